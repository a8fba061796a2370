const express = require('express');
const app = express();
const refreshTokens = [];

app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res, next) => {
  const known = refreshTokens.find((t) => t === (req.body || {}).refreshToken);
  if (!known) {
    const err = new Error('Forbidden');
    err.status = 403;
    return next(err);
  }
  res.json({ accessToken: 'newAccess123' });
});

app.use((err, req, res, next) => {
  res.status(err.status || 500).json({ error: { message: err.message } }); // here
});

app.listen(3000);
