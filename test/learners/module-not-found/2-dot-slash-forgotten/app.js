const express = require('express');
const { refreshTokens } = require('store'); // here

const app = express();

app.post('/login', function login(req, res) {
  refreshTokens.push('refresh123');
  res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = app;
