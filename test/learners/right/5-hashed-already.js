const express = require('express');
const crypto = require('crypto');

const sha256 = (value) => crypto.createHash('sha256').update(String(value)).digest('hex');

const app = express();
app.use(express.json());

/** only hashes in here */
const hashes = new Set();

app.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  hashes.add(sha256(refreshToken));
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  const ok = hashes.has(sha256(req.body.refreshToken));
  return ok ? res.json({ accessToken: 'newAccess123' }) : res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  hashes.delete(sha256(req.body.refreshToken));
  res.sendStatus(204);
});

app.listen(3000);
