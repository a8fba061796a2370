const express = require('express');
const app = express();

app.use('/login', express.json()); // here

const refreshTokens = [];

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  console.log('hi', username);
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body && req.body.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
