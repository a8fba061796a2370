import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens = [...refreshTokens, refreshToken]; // here
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
