const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

// hash => { family, username, used, expiresAt }
const tokens = new Map();

const hashToken = (t) => crypto.createHash('sha256').update(t).digest('hex');

function issueRefreshToken(username, family, expiresAt) {
  const token = crypto.randomBytes(40).toString('hex');
  tokens.set(hashToken(token), { family, username, used: false, expiresAt });
  return token;
}

function revokeFamily(family) {
  for (const [hash, record] of tokens) {
    if (record.family === family) tokens.delete(hash);
  }
}

app.post('/login', (req, res) => {
  const { username } = req.body;
  const expiresAt = Date.now() + 30 * 24 * 60 * 60 * 1000;
  const refreshToken = issueRefreshToken(username, crypto.randomUUID(), expiresAt);
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.status(401).json({ error: 'Refresh token required' });

  const record = tokens.get(hashToken(refreshToken));
  if (!record) return res.status(403).json({ error: 'Invalid refresh token' });

  if (record.used) {
    // somebody has a copy!
    console.warn('refresh token reuse detected for', record.username);
    revokeFamily(record.family);
    return res.status(403).json({ error: 'Invalid refresh token' });
  }

  record.used = true; // here
  const accessToken = jwt.sign({ username: record.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.json({ accessToken, refreshToken: issueRefreshToken(record.username, record.family, record.expiresAt) });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  const record = refreshToken && tokens.get(hashToken(refreshToken));
  if (record) revokeFamily(record.family);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (!token) return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(3000);
