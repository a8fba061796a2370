const express = require('express');
const app = express();
app.use(express.json());
app.use(function cors(req, res, next) {
  res.header('Access-Control-Allow-Origin', '*');
  res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization');
  if (req.method === 'OPTIONS') return res.sendStatus(200);
  next();
});

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens = refreshTokens.concat('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res, next) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    const e = new Error('Forbidden');
    e.code = 403;
    return next(e);
  }
  res.json({ accessToken: 'newAccess123' });
});

app.use((err, req, res, next) => {
  res.status(err.code || 500).json({ error: err.message });
});

app.listen(5000);
