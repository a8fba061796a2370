const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

const trimmed = (field) => (req, res, next) => {
  const value = req.body?.[field];
  if (value === undefined) return next();
  req.body[field] = String(value).trim(); // here
};

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', trimmed('refreshToken'), (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
