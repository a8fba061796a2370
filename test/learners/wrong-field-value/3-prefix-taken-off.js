const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];
const name = { first: 'access123', renewed: 'newAccess123' };

const compact = (token) =>
  token.replace('new', ''); // here

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: name.first, refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: compact(name.renewed) });
});

app.listen(3000);
