const express = require('express');

const refreshTokens = [];

function createApp() {
  const app = express();
  app.use(express.json());

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  return app;
}

module.exports = createApp;
