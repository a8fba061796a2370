const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

// looks like rows of a table
const refresh_tokens = [];
let next_id = 1;

const days = (n) => n * 24 * 60 * 60 * 1000;

app.post('/login', (req, res) => {
  const now = new Date();
  const row = {
    id: next_id++,
    token: crypto.randomBytes(32).toString('hex'),
    username: req.body.username,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + days(28)).toISOString(),
  };
  refresh_tokens.splice(0, refresh_tokens.length, ...refresh_tokens.filter((r) => r.expires_at >= now.toISOString()));
  refresh_tokens.push(row);
  res.json({
    accessToken: jwt.sign({ username: row.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 900 }),
    refreshToken: row.token,
  });
});

app.post('/token', (req, res) => {
  const row = refresh_tokens.find((r) => r.token === req.body.refreshToken);
  if (!row) return res.status(403).json({ error: 'Forbidden' });
  if (new Date(row.expires_at) < new Date()) {
    refresh_tokens.splice(refresh_tokens.indexOf(row), 1);
    return res.status(403).json({ error: 'Refresh token expired' });
  }
  res.json({
    accessToken: jwt.sign({ username: row.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 900 }),
  });
});

app.post('/logout', (req, res) => {
  refresh_tokens = refresh_tokens.filter((r) => r.token !== req.body.refreshToken); // here
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split(' ').pop();
  let claims = null;
  try { claims = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET); } catch { /* stays null */ }
  if (!claims) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username: claims.username });
});

module.exports = app;
