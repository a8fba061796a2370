const express = require('express');
const app = express();
const json = express.json();

let refreshTokens = [];

const logout = (req, res) => {
  const { refreshToken: gone } = req.body || {};
  refreshTokens = refreshTokens.filter((x) => x !== gone);
  res.sendStatus(204);
};

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', json, (req, res) => {
  const { refreshToken } = req.body || {};
  return refreshTokens.some((x) => x === refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' });
});

app.delete('/logout', json, logout);
app.post('/logout', json, logout);

app.listen(3000);
