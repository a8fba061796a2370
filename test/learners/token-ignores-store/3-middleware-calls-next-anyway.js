const express = require('express');
const app = express();

app.use(express.json());

const refreshTokens = [];

const checkToken = (req, res, next) => {
  const { refreshToken } = req.body || {};
  let valid = false;
  if (refreshTokens.includes(refreshToken)) {
    valid = true;
  }
  console.log('token valid?', valid);
  next(); // here
};

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', checkToken, (req, res) => {
  res.json({ accessToken: 'newAccess123' });
});

module.exports = app;
