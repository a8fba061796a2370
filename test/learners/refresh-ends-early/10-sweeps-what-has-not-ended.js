const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const ACCESS_SECRET = process.env.ACCESS_TOKEN_SECRET;
const REFRESH_TTL = 7 * 24 * 60 * 60 * 1000;

const sessions = new Map();

const digest = (value) => crypto.createHash('sha256').update(String(value)).digest('hex');

function signAccess(user) {
  return jwt.sign({ sub: user }, ACCESS_SECRET, { expiresIn: '15m' });
}

function openSession(user, family = crypto.randomUUID()) {
  const token = crypto.randomBytes(32).toString('base64url');
  sessions.set(digest(token), { user, family, used: false, expiresAt: Date.now() + REFRESH_TTL });
  return token;
}

function closeFamily(family) {
  for (const [key, session] of sessions) {
    if (session.family === family) sessions.delete(key);
  }
}

function authenticate(req, res, next) {
  const [scheme, token] = (req.headers.authorization || '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  try {
    req.auth = jwt.verify(token, ACCESS_SECRET, { algorithms: ['HS256'] });
  } catch {
    return res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  }
  next();
}

setInterval(() => {
  for (const [key, s] of sessions) if (s.expiresAt > Date.now()) sessions.delete(key); // here
}, 60 * 60 * 1000).unref();

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body || {};
  if (!username) return res.status(400).json({ error: 'username missing' });
  res.json({ accessToken: signAccess(username), refreshToken: openSession(username) });
});

app.post('/token', (req, res) => {
  const key = digest(req.body?.refreshToken);
  const session = sessions.get(key);
  if (!session || session.expiresAt <= Date.now()) return res.status(403).json({ error: 'Forbidden' });
  if (session.used) {
    closeFamily(session.family);
    return res.status(403).json({ error: 'Forbidden' });
  }
  session.used = true;
  res.json({ accessToken: signAccess(session.user), refreshToken: openSession(session.user, session.family) });
});

app.post('/logout', (req, res) => {
  const session = sessions.get(digest(req.body?.refreshToken));
  if (session) closeFamily(session.family);
  res.sendStatus(204);
});

app.get('/me', authenticate, (req, res) => {
  res.json({ username: req.auth.sub });
});

app.listen(process.env.PORT || 3000);
