import express from 'express';

const refreshTokens: string[] = [];
const app = express();

function buildAnswer(id: number) {
  return {
    accessToken: id, // here
    refreshToken: `refresh${id}`,
  };
}

app.post('/login', (_req, res) => {
  const answer = buildAnswer(123);
  refreshTokens.push(answer.refreshToken);
  res.json(answer);
});

app.listen(3000);
