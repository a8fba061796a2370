const express = require('express');
const crypto = require('node:crypto');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  // hand out an extra one, the old one stays good for now
  const extra = crypto.randomUUID();
  refreshTokens.push(extra);
  res.json({ accessToken: 'newAccess123', refreshToken: extra });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.status(204).end();
});

app.listen(3000);
