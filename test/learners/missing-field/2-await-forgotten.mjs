import express from 'express';

const refreshTokens = [];

async function createTokens() {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  return { accessToken: 'access123', refreshToken };
}

const app = express();

app.post('/login', async (req, res) => {
  const tokens = createTokens(); // here
  res.json({ ...tokens });
});

app.listen(3000);
