const express = require('express');
const { NotFoundError } = require('./errors');

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) {
    refreshTokens.push('refresh123');
  }
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const index = refreshTokens.indexOf(refreshToken);
  if (index === -1) throw new NotFoundError('no such refresh token'); // here
  refreshTokens.splice(index, 1);
  res.status(204).end();
});

app.use((err, req, res, next) => {
  res.status(err.status || 500).json({ error: err.message });
});

app.listen(3000);
