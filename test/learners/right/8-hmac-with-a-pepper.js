const express = require('express');
const { createHmac, randomBytes } = require('crypto');
const jwt = require('jsonwebtoken');

const { ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET } = process.env;
const REFRESH_DAYS = 5;

const app = express();
app.use(express.json());

let refreshTokens = [];

// an HMAC instead of a bare hash, so a copy of the list is no use without the key either
const protect = (token) => createHmac('sha256', REFRESH_TOKEN_SECRET).update(token).digest('hex');

const isAlive = (entry) => entry.validUntil > Date.now();

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = randomBytes(32).toString('base64url');
  refreshTokens = refreshTokens.filter(isAlive);
  refreshTokens.push({
    mac: protect(refreshToken),
    username,
    validUntil: Date.now() + REFRESH_DAYS * 24 * 60 * 60 * 1000,
  });
  const accessToken = jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.status(200).json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};
  if (!refreshToken) return res.status(401).json({ error: 'Unauthorized' });
  const mac = protect(refreshToken);
  const entry = refreshTokens.filter(isAlive).find((e) => e.mac === mac);
  if (!entry) return res.status(403).json({ error: 'Forbidden' });
  const accessToken = jwt.sign({ username: entry.username }, ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.json({ accessToken });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body || {};
  const mac = refreshToken ? protect(refreshToken) : null;
  refreshTokens = refreshTokens.filter((e) => e.mac !== mac);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  try {
    const { username } = jwt.verify(token, ACCESS_TOKEN_SECRET);
    return res.json({ username });
  } catch (e) {
    return res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
