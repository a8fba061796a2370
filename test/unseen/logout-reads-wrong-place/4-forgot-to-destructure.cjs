const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  return res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const refreshToken = req.body; // here
  const i = refreshTokens.findIndex((t) => t === refreshToken);
  if (i >= 0) refreshTokens.splice(i, 1);
  return res.status(204).send();
});

app.listen(3000);
