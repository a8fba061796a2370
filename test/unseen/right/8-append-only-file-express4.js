'use strict';

const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const LOG = path.join(__dirname, 'refresh-tokens.log');
const live = {};

// replay the log
if (fs.existsSync(LOG)) {
  fs.readFileSync(LOG, 'utf8').split('\n').filter(Boolean).forEach(function (line) {
    apply(JSON.parse(line));
  });
}

function apply(event) {
  if (event.type === 'add') live[event.hash] = event;
  if (event.type === 'remove') delete live[event.hash];
}

function record(event) {
  fs.appendFileSync(LOG, JSON.stringify(event) + '\n');
  apply(event);
}

function hash(token) {
  return crypto.createHash('sha256').update(String(token)).digest('hex');
}

const app = express();
app.use(express.json());

app.post('/login', function (req, res) {
  const token = crypto.randomBytes(32).toString('hex');
  record({ type: 'add', hash: hash(token), user: req.body.username, end: Date.now() + 7 * 24 * 3600000 });
  res.json({
    accessToken: jwt.sign({ sub: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }),
    refreshToken: token
  });
});

app.post('/token', function (req, res) {
  const row = live[hash(req.body.refreshToken)];
  if (!row || row.end < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: jwt.sign({ sub: row.user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) });
});

app.post('/logout', function (req, res) {
  const h = hash(req.body.refreshToken);
  if (live[h]) record({ type: 'remove', hash: h });
  res.status(204).end();
});

app.get('/me', function (req, res) {
  jwt.verify(String(req.headers.authorization).replace('Bearer ', ''), process.env.ACCESS_TOKEN_SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: payload.sub });
  });
});

app.listen(3000);
