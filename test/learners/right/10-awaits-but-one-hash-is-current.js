const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const fsp = require('fs/promises');
const path = require('path');

// audit trail, only who and when
const audit = (line) => fsp.appendFile(path.join(__dirname, 'audit.log'), line + '\n').catch(() => {});

const app = express();
app.use(express.json());

const sessions = new Map();
const sha256 = (x) => crypto.createHash('sha256').update(x).digest('hex');

app.post('/login', async (req, res) => {
  const { username } = req.body;
  const id = crypto.randomUUID();
  const refreshToken = id + '.' + crypto.randomBytes(32).toString('hex');
  sessions.set(id, { username, hash: sha256(refreshToken), expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  res.json({ accessToken: sign(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const refreshToken = String(req.body?.refreshToken);
  const id = refreshToken.split('.')[0];
  const session = sessions.get(id);
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  if (session.hash !== sha256(refreshToken)) {
    sessions.delete(id);
    return res.status(403).json({ error: 'Forbidden' });
  }
  await audit(`${new Date().toISOString()} ${session.username} renewed`);
  // there is room for one hash only, so of several at once the last one wins
  const next = id + '.' + crypto.randomBytes(32).toString('hex');
  session.hash = sha256(next);
  res.json({ accessToken: sign(session.username), refreshToken: next });
});

app.post('/logout', async (req, res) => {
  const refreshToken = String(req.body?.refreshToken);
  const id = refreshToken.split('.')[0];
  if (sessions.get(id)?.hash === sha256(refreshToken)) sessions.delete(id);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization || '').split(' ');
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch (e) {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

function sign(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.listen(3000);
