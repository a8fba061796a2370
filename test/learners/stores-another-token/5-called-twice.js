const express = require('express');
const { randomBytes } = require('crypto');

const app = express();
app.use(express.json());

let refreshTokens = [];
const newToken = () => randomBytes(32).toString('hex');

app.post('/login', (req, res) => {
  refreshTokens.push(newToken()); // here
  res.json({ accessToken: 'access123', refreshToken: newToken() });
});

app.post('/token', (req, res) => {
  const old = req.body.refreshToken;
  if (!refreshTokens.includes(old)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
