const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  const index = refreshTokens.indexOf(refreshToken);
  if (index > 0) { // here
    refreshTokens.splice(index, 1);
  }
  res.sendStatus(204);
});

app.listen(3000);
