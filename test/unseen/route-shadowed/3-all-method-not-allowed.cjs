const express = require('express');
const app = express();
const refreshTokens = [];

app.use(express.json());

app.all('/token', (req, res) => { // here
  res.status(405).json({ error: 'Method not allowed' });
});

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
});

module.exports = { app };
