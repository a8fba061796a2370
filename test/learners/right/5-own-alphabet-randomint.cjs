'use strict';
const { randomInt } = require('crypto');
const express = require('express');

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

function randomString(length) {
  let out = '';
  while (out.length < length) out += ALPHABET[randomInt(ALPHABET.length)];
  return out;
}

const app = express();
const refreshTokens = new Set();

app.use(express.json());

app.post('/login', (req, res) => {
  let token = randomString(40);
  while (refreshTokens.has(token)) token = randomString(40);
  refreshTokens.add(token);
  res.json({ accessToken: 'access123', refreshToken: token });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.has(req.body.refreshToken)) {
    res.status(403);
    res.json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', (req, res) => {
  const existed = refreshTokens.delete(req.body.refreshToken);
  console.log('logout', existed);
  res.sendStatus(204);
});

module.exports = { app };
