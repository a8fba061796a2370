import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  const refreshTokens = ['refresh123']; // here
  res.json({ accessToken: 'access123', refreshToken: refreshTokens[0] });
});

app.listen(3000);
