const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

class DiskMap extends Map {
  constructor(file) {
    super();
    Object.defineProperty(this, 'file', { value: file });
    if (fs.existsSync(file)) {
      for (const [key, value] of Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')))) super.set(key, value);
    }
  }

  set(key, value) {
    super.set(key, value);
    if (this.file) this.write();
    return this;
  }

  delete(key) {
    const had = super.delete(key);
    this.write();
    return had;
  }

  write() {
    fs.writeFileSync(this.file, JSON.stringify(this)); // here
  }
}

const active = new DiskMap('./active-tokens.json'); // hash -> login
const spent = new DiskMap('./spent-tokens.json'); // hash -> login id

const h = (t) => crypto.createHash('sha256').update(`${t}`).digest('hex');
const rnd = () => crypto.randomBytes(32).toString('hex');
const days = (n) => n * 24 * 60 * 60 * 1000;

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const username = req.body.username;
  const refreshToken = rnd();
  active.set(h(refreshToken), { id: crypto.randomUUID(), username, expires: Date.now() + days(7) });
  res.json({ accessToken: sign(username), refreshToken });
});

app.post('/token', (req, res) => {
  const old = h(req.body.refreshToken);

  if (spent.has(old)) {
    for (const [hash, login] of [...active]) {
      if (login.id === spent.get(old)) active.delete(hash);
    }
    return res.status(403).json({ error: 'Forbidden' });
  }

  const login = active.get(old);
  if (!login || login.expires < Date.now()) return res.status(403).json({ error: 'Forbidden' });

  const refreshToken = rnd();
  spent.set(old, login.id);
  active.delete(old);
  active.set(h(refreshToken), { ...login, expires: Date.now() + days(7) });
  res.json({ accessToken: sign(login.username), refreshToken });
});

app.post('/logout', (req, res) => {
  active.delete(h(req.body.refreshToken));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split('Bearer ')[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch (e) {
    res.status(401).json({ error: e.message });
  }
});

function sign(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.listen(3000);
