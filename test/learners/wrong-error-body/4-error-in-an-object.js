const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

const fail = (res, status, message) =>
  res.status(status).json({ error: { status, message } }); // here

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) return fail(res, 403, 'Forbidden');
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  const at = refreshTokens.indexOf(refreshToken);
  if (at !== -1) {
    refreshTokens.splice(at, 1);
  }
  res.status(204).end();
});

app.listen(3000);
