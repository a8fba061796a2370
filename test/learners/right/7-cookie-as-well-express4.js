const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');

const app = express();
app.use(express.json(), cookieParser());

const maxAge = 7 * 24 * 60 * 60 * 1000;
let sessions = [];

const read = (req) => req.body.refreshToken || req.cookies.rt;
const sign = (username) => jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: '15m' });

app.post('/login', (req, res) => {
  const refreshToken = randomBytes(32).toString('hex');
  const now = Date.now();
  sessions = [...sessions.filter((s) => s.until > now), { refreshToken, username: req.body.username, until: now + maxAge }];
  res.cookie('rt', refreshToken, { httpOnly: true, secure: true, sameSite: 'lax', maxAge });
  res.json({ accessToken: sign(req.body.username), refreshToken });
});

app.post('/token', (req, res) => {
  const token = read(req);
  const session = sessions.find((s) => s.refreshToken === token && s.until > Date.now());
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: sign(session.username) });
});

app.post('/logout', (req, res) => {
  const token = read(req);
  sessions = sessions.filter((s) => s.refreshToken !== token);
  res.clearCookie('rt', { httpOnly: true, secure: true, sameSite: 'lax' });
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').replace(/^Bearer /, '');
  jwt.verify(token, process.env.JWT_SECRET, (err, user) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    return res.json({ username: user.username });
  });
});

app.listen(3000);
