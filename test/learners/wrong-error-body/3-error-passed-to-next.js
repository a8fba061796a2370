const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res, next) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    const err = new Error('Forbidden');
    err.status = 403;
    return next(err); // here
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
