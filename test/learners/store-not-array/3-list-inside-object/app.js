const express = require('express');
const { refreshTokens } = require('./data');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.list.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.list.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
