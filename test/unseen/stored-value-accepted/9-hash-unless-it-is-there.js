const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

class RefreshToken {
  static #all = new Map();
  static LIFETIME = 1000 * 60 * 60 * 24 * 7;

  static #hash(raw) {
    return crypto.createHash('sha256').update(raw).digest('hex');
  }

  static issue(username) {
    const raw = crypto.randomBytes(32).toString('hex');
    RefreshToken.#all.set(RefreshToken.#hash(raw), new RefreshToken(username));
    return raw;
  }

  static redeem(raw) {
    const known = RefreshToken.#all.has(raw); // here
    const hash = known ? raw : RefreshToken.#hash(String(raw));
    const token = RefreshToken.#all.get(hash);
    RefreshToken.#all.delete(hash);
    return token?.expired ? undefined : token;
  }

  constructor(username) {
    this.username = username;
    this.expiresAt = Date.now() + RefreshToken.LIFETIME;
  }

  get expired() {
    return Date.now() > this.expiresAt;
  }
}

const app = express();
app.use(express.json());

const accessToken = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: accessToken(username), refreshToken: RefreshToken.issue(username) });
});

app.post('/token', (req, res) => {
  const token = RefreshToken.redeem(req.body?.refreshToken);
  if (!token) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: accessToken(token.username), refreshToken: RefreshToken.issue(token.username) });
});

app.post('/logout', (req, res) => {
  RefreshToken.redeem(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ').at(1);
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
