const express = require('express');
const app = express();

app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  const tokens = { accessToken: 'access123', refreshToken: 'refresh123' };
  refreshTokens.push(tokens.refreshToken);
  res.json(tokens);
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (refreshTokens.indexOf(refreshToken) === -1) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  return res.json({ message: 'Successfully logged out' }); // here
});

module.exports = app;
