import express from 'express';

const refreshTokens = [];
const app = express();

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  return res.json({ accessToken: 'access123', refreshToken });
  refreshTokens.push(refreshToken); // here
});

app.listen(3000);
