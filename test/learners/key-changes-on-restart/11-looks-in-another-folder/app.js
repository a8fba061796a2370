const express = require('express');
const jwt = require('jsonwebtoken');
const fs = require('fs');
const path = require('path');
const { createHash, randomBytes } = require('crypto');
const { privateKey, publicKey } = require('./keys');

const FILE = path.join(__dirname, 'crew.json');
const WEEK = 7 * 24 * 60 * 60 * 1000;

let crew = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : [];
const save = () => {
  fs.writeFileSync(`${FILE}~`, JSON.stringify(crew));
  fs.renameSync(`${FILE}~`, FILE);
};

const sha = (t) => createHash('sha256').update(String(t)).digest('hex');
const access = (username) => jwt.sign({ username }, privateKey, { algorithm: 'ES256', expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'username' });
  const refreshToken = randomBytes(32).toString('hex');
  crew = crew.filter((c) => c.ends > Date.now());
  crew.push({ username, chain: [sha(refreshToken)], ends: Date.now() + WEEK });
  save();
  res.json({ accessToken: access(username), refreshToken });
});

app.post('/token', (req, res) => {
  const sent = sha(req.body?.refreshToken);
  const login = crew.find((c) => c.chain.includes(sent));
  if (!login || login.ends <= Date.now()) return res.status(403).json({ error: 'Forbidden' });
  if (login.chain.at(-1) !== sent) {
    crew.splice(crew.indexOf(login), 1);
    save();
    return res.status(403).json({ error: 'Forbidden' });
  }
  const refreshToken = randomBytes(32).toString('hex');
  login.chain.push(sha(refreshToken));
  save();
  res.json({ accessToken: access(login.username), refreshToken });
});

app.get('/me', (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('no bearer');
    res.json({ username: jwt.verify(token, publicKey, { algorithms: ['ES256'] }).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.post('/logout', (req, res) => {
  const sent = sha(req.body?.refreshToken);
  crew = crew.filter((c) => !c.chain.includes(sent));
  save();
  res.status(204).end();
});

app.listen(3000);
