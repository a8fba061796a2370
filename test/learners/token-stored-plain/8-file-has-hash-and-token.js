const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const FILE = path.join(__dirname, 'sessions.json');
const DAY = 24 * 60 * 60 * 1000;

const load = () => (fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : []);
const save = (list) => fs.writeFileSync(FILE, JSON.stringify(list, null, 2));
const sha256 = (s) => crypto.createHash('sha256').update(s).digest('hex');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString('hex');
  const list = load().filter((s) => s.expires > Date.now());
  list.push({ username, refreshToken, hash: sha256(refreshToken), expires: Date.now() + 7 * DAY }); // here
  save(list);
  res.json({
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '10m' }),
    refreshToken,
  });
});

app.post('/token', (req, res) => {
  const { refreshToken = '' } = req.body || {};
  const session = load().find((s) => s.hash === sha256(refreshToken));
  if (!session || session.expires <= Date.now()) return res.status(403).json({ error: 'Forbidden' });
  res.json({
    accessToken: jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '10m' }),
  });
});

app.post('/logout', (req, res) => {
  const { refreshToken = '' } = req.body || {};
  save(load().filter((s) => s.hash !== sha256(refreshToken)));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization || '').split(' ');
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: payload.username });
  });
});

app.listen(3000, () => console.log('up'));
