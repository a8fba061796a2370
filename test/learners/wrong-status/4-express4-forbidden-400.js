'use strict';
const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

const FORBIDDEN = 400; // here

app.post('/login', (req, res) => {
  refreshTokens = refreshTokens.concat('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  switch (refreshTokens.includes(req.body.refreshToken)) {
    case true:
      res.json({ accessToken: 'newAccess123' });
      break;
    default:
      res.status(FORBIDDEN).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
