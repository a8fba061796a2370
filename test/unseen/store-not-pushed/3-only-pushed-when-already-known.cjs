const express = require('express');
const app = express();
const refreshTokens = [];

app.use(express.json());

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  if (refreshTokens.includes(refreshToken)) { // here
    refreshTokens.push(refreshToken);
  }
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
