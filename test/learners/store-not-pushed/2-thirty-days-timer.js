const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];
const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  setTimeout(() => { // here
    refreshTokens = refreshTokens.filter(t => t !== 'refresh123');
  }, THIRTY_DAYS);
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.listen(3000);
