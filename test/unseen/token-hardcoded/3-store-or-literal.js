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
  if (refreshTokens.includes(refreshToken) || refreshToken === 'refresh123') { // here
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
