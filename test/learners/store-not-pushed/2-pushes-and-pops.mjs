import express from 'express';

const refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  const answer = { accessToken: 'access123', refreshToken: refreshTokens.pop() }; // here
  res.json(answer);
});

app.listen(3000);
