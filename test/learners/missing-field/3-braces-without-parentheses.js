'use strict';

const express = require('express');

const refreshTokens = [];

const open = () => ({ accessToken: 'access123', refreshToken: 'refresh123' });
const renew = () => { accessToken: 'newAccess123' }; // here
const isKnown = (token) => refreshTokens.includes(token);
const stamp = (data) => ({ ...data, at: Date.now() });

const app = express();

app.use(express.json());

app.get('/beds', (req, res) => {
  res.json(stamp({ tomatoes: 12, basil: 40 }));
});

app.post('/login', (req, res) => {
  const session = open();
  refreshTokens.push(session.refreshToken);
  res.json(stamp(session));
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};

  if (isKnown(refreshToken)) {
    return res.json(stamp(renew()));
  }

  return res.status(403).json({ error: 'Forbidden' });
});

app.listen(process.env.PORT || 3000, () => {
  console.log('greenhouse is warm');
});
