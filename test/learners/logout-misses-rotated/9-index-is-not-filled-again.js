// Bookbinder's workshop. One record for each login, and an index from
// the hash of a token to its record, so that nothing has to be searched.
const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const LOGIN_LASTS = 12 * 24 * 60 * 60 * 1000;
const sign = (username) => jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: '10m' });
const sha256 = (s) => crypto.createHash('sha256').update(String(s)).digest('hex');
const random = () => crypto.randomBytes(32).toString('hex');

const volumes = [];        // { id, username, hash, until }
const index = new Map();   // hash -> id

function bind(username) {
  const token = random();
  const volume = { id: crypto.randomUUID(), username, hash: sha256(token), until: Date.now() + LOGIN_LASTS };
  volumes.push(volume);
  index.set(volume.hash, volume.id);
  return token;
}

function rebind(volume) {
  const token = random();
  index.delete(volume.hash); // here
  volume.hash = sha256(token);
  return token;
}

function shred(id) {
  const at = volumes.findIndex((v) => v.id === id);
  if (at === -1) return;
  index.delete(volumes[at].hash);
  volumes.splice(at, 1);
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: sign(username), refreshToken: bind(username) });
});

app.post('/token', (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  const volume = volumes.find((v) => v.hash === hash);
  if (!volume || volume.until < Date.now()) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: sign(volume.username), refreshToken: rebind(volume) });
});

app.post('/logout', (req, res) => {
  shred(index.get(sha256(req.body?.refreshToken)));
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [kind, token] = (req.headers.authorization || '').split(' ');
  if (kind !== 'Bearer') return res.status(401).json({ error: 'Unauthorized' });
  jwt.verify(token, process.env.JWT_SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    return res.json({ username: payload.username });
  });
});

app.listen(3000);
