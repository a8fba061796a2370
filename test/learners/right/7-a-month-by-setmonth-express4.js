const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

let tokens = [];

function inAMonth() {
  const d = new Date();
  d.setMonth(d.getMonth() + 1);
  return d;
}

function removeExpired() {
  const now = new Date();
  tokens = tokens.filter(function (t) {
    return t.expires > now;
  });
}

app.post('/login', function (req, res) {
  removeExpired();
  const t = { value: crypto.randomBytes(32).toString('hex'), username: req.body.username, expires: inAMonth() };
  tokens.push(t);
  const accessToken = jwt.sign({ username: t.username }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ accessToken, refreshToken: t.value });
});

app.post('/token', function (req, res) {
  removeExpired();
  const t = tokens.find(function (t) {
    return t.value === req.body.refreshToken;
  });
  if (!t) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: jwt.sign({ username: t.username }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});

app.post('/logout', function (req, res) {
  tokens = tokens.filter(function (t) {
    return t.value !== req.body.refreshToken;
  });
  res.sendStatus(204);
});

app.get('/me', function (req, res) {
  const header = req.headers.authorization;
  if (!header) return res.sendStatus(401);
  jwt.verify(header.split(' ')[1], process.env.JWT_SECRET, function (err, payload) {
    if (err) return res.sendStatus(401);
    res.json({ username: payload.username });
  });
});

app.listen(3000);
