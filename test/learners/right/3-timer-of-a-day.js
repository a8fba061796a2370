const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];
const ONE_DAY = 24 * 60 * 60 * 1000;
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  setTimeout(() => {
    refreshTokens = refreshTokens.filter((t) => t !== 'refresh123');
  }, ONE_DAY).unref();
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.listen(3000);
