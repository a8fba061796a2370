const express = require('express');
const crypto = require('crypto');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  let refreshToken;
  do {
    refreshToken = crypto.randomInt(100000, 1000000).toString(); // here
  } while (refreshTokens.includes(refreshToken));
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.indexOf(req.body.refreshToken);
  if (index > -1) {
    refreshTokens.splice(index, 1);
  }
  return res.sendStatus(204);
});

app.listen(3000, () => console.log('http://localhost:3000'));
