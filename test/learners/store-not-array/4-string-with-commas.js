const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = ''; // here

app.post('/login', (req, res) => {
  refreshTokens += 'refresh123,';
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const list = refreshTokens.split(',');
  const { refreshToken } = req.body;
  if (!refreshToken || !list.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens
    .split(',')
    .filter((t) => t && t !== req.body.refreshToken)
    .map((t) => t + ',')
    .join('');
  return res.status(204).end();
});

app.listen(3000);
