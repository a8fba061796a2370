const express = require('express');
const { createTokens } = require('./tokenService');

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  const tokens = createTokens();
  refreshTokens.push(tokens.refresh);

  res.json({
    accessToken: tokens.access,
    refreshToken: tokens.refreshToken, // here
  });
});

app.listen(3000);
