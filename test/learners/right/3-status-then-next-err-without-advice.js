const express = require('express');

const app = express();
app.use(express.json());
let refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res, next) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403);
    return next(new Error('Forbidden'));
  }
  res.json({ accessToken: 'newAccess123' });
});
app.use((err, req, res, next) => {
  res.status(res.statusCode === 200 ? 500 : res.statusCode).json({ error: err.message });
});
app.listen(3000);
