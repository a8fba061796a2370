import express from 'express';

const refreshTokens = [];
const app = express();

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(...refreshToken); // here
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
