const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());
app.use(cookieParser());

const sessions = {};
const EXPIRES = '10s'; // here
const COOKIE = { httpOnly: true, sameSite: 'strict', secure: true };

const sent = (req) => req.body?.refreshToken ?? req.cookies.refreshToken;

app.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  sessions[refreshToken] = { username: req.body.username };
  const accessToken = jwt.sign({ username: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: EXPIRES });
  res.cookie('refreshToken', refreshToken, COOKIE).json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const session = sessions[sent(req)];
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: EXPIRES });
  res.json({ accessToken });
});

app.post('/logout', (req, res) => {
  delete sessions[sent(req)];
  res.clearCookie('refreshToken', COOKIE);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const bearer = req.headers.authorization;
  if (!bearer?.startsWith('Bearer ')) return res.status(401).end();
  jwt.verify(bearer.substring('Bearer '.length), process.env.ACCESS_TOKEN_SECRET, (err, decoded) => {
    if (err) res.status(401).end();
    else res.json({ username: decoded.username });
  });
});

app.listen(3000);
