const crypto = require('node:crypto');
const express = require('express');

const app = express();
app.use(express.json());

let refreshTokens = [];

const hash = (t) => crypto.createHash('sha256').update(String(t)).digest('hex');

app.post('/login', (req, res) => {
  refreshTokens.push(hash('refresh123')); // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(hash(req.body.refreshToken))) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const h = hash(req.body.refreshToken);
  refreshTokens = refreshTokens.filter((x) => x !== h);
  res.sendStatus(204);
});

app.listen(3000);
