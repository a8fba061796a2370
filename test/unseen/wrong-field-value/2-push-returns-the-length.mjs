import express from 'express';

const refreshTokens = [];
const app = express();

app.post('/login', (req, res) => {
  const refreshToken = refreshTokens.push('refresh123'); // here
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
