const express = require('express');
const crypto = require('crypto');

const app = express();
app.use(express.json());

const MINUTE = 60 * 1000;
const accessTokens = new Map();
const refreshTokens = new Map();

const random = () => crypto.randomBytes(32).toString('hex');
const hashed = (t) => crypto.hash('sha256', String(t));

function remember(map, value, ms) {
  const token = random();
  const key = hashed(token);
  map.set(key, { value, end: Date.now() + ms });
  return token;
}

function recall(map, token) {
  const entry = map.get(hashed(token));
  if (entry && entry.end > Date.now()) return entry.value;
  map.delete(hashed(token));
  return undefined;
}

app.post('/login', (req, res) => {
  const name = req.body.username;
  res.json({
    accessToken: remember(accessTokens, name, 10 * MINUTE),
    refreshToken: remember(refreshTokens, name, 7 * 24 * 60 * MINUTE),
  });
});

app.post('/token', (req, res) => {
  const name = recall(refreshTokens, req.body?.refreshToken);
  if (name === undefined) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: remember(accessTokens, name, 10 * MINUTE) });
});

app.post('/logout', (req, res) => {
  refreshTokens.clear(hashed(req.body?.refreshToken)); // here
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const auth = req.headers.authorization || '';
  const name = auth.startsWith('Bearer ') ? recall(accessTokens, auth.slice(7)) : undefined;
  if (name === undefined) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username: name });
});

app.listen(3000);
