const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());
app.use(cookieParser());

const DAYS_7 = 7 * 24 * 60 * 60 * 1000;
const store = new Map();

const hash = (t) => crypto.createHash('sha256').update(t).digest('hex');

const log = (event, data) => fs.appendFileSync('audit.log', JSON.stringify({ event, ...data }) + '\n');

const sendTokens = (res, username) => {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  store.set(hash(refreshToken), { username, expires: Date.now() + DAYS_7 });
  log('issued', { username, refreshToken }); // here
  res.cookie('refreshToken', refreshToken, { httpOnly: true, sameSite: 'strict', secure: true, maxAge: DAYS_7 });
  res.json({ accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) });
};

app.post('/login', (req, res) => {
  sendTokens(res, req.body.username);
});

app.post('/token', (req, res) => {
  const token = req.cookies.refreshToken;
  if (!token) return res.status(401).json({ error: 'Unauthorized' });
  const entry = store.get(hash(token));
  store.delete(hash(token));
  if (!entry || entry.expires < Date.now()) {
    res.clearCookie('refreshToken');
    return res.status(403).json({ error: 'Forbidden' });
  }
  sendTokens(res, entry.username);
});

app.post('/logout', (req, res) => {
  const token = req.cookies.refreshToken;
  if (token) store.delete(hash(token));
  res.clearCookie('refreshToken', { httpOnly: true, sameSite: 'strict', secure: true });
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  try {
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: payload.username });
  } catch (err) {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
