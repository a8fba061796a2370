const express = require('express');
const jwt = require('jsonwebtoken');
const { createHash, generateKeyPairSync, randomBytes } = require('crypto');

// access tokens are signed with a key pair that is made at start
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const app = express();
app.use(express.json());

class RefreshToken {
  constructor(hash, username) {
    this.hash = hash;
    this.username = username;
    this.createdAt = new Date();
  }

  isExpired() {
    const days = (Date.now() - this.createdAt.getTime()) / 1000 / 60 / 60 / 24;
    return days > 7;
  }
}

let issued = [];

const sha = (text) => createHash('sha256').update(text || '').digest('hex');
const lookUp = (token) => issued.find((rt) => rt.hash === token && !rt.isExpired()); // here
const accessToken = (username) => jwt.sign({ username }, privateKey, { algorithm: 'ES256', expiresIn: '15m' });

app.post('/login', (req, res) => {
  const token = randomBytes(32).toString('hex');
  issued = issued.filter((rt) => !rt.isExpired());
  issued.push(new RefreshToken(sha(token), req.body.username));
  res.json({ accessToken: accessToken(req.body.username), refreshToken: token });
});

app.post('/token', (req, res) => {
  const rt = lookUp(req.body.refreshToken);
  if (rt) return res.json({ accessToken: accessToken(rt.username) });
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const rt = lookUp(req.body.refreshToken);
  issued = issued.filter((x) => x !== rt);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization || '').slice(7), publicKey, { algorithms: ['ES256'] });
    res.json({ username });
  } catch (e) {
    res.sendStatus(401);
  }
});

app.listen(3000);
