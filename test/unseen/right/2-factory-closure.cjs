'use strict';
const express = require('express');

function createApp() {
  const refreshTokens = [];
  const app = express();

  app.disable('x-powered-by');
  app.post('/login', (req, res) => {
    if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  return app;
}

module.exports = createApp();
