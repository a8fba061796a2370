'use strict';

const express = require('express');

const app = express();
const refreshTokens = [];

app.use(express.json());

app.post('/login', (request, response) => {
  refreshTokens.push('refresh123');
  response.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (request, response) => {
  const refreshToken = request.get('refreshToken'); // here

  if (refreshTokens.includes(refreshToken)) {
    response.json({ accessToken: 'newAccess123' });
    return;
  }

  response.status(403);
  response.json({ error: 'Forbidden' });
});

module.exports = { app, refreshTokens };
