const { randomBytes } = require('node:crypto');
const express = require('express');
const jose = require('jose');

const secret = jose.base64url.encode(randomBytes(32)); // only this process knows it
const key = new TextEncoder().encode(secret);
const db = new Map();

function signAccessToken(username) {
  return new jose.SignJWT({ username }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15 min').sign(key);
}

async function authenticate(req, res, next) {
  const token = (req.headers.authorization || '').split(' ')[1];
  try {
    const { payload } = await jose.jwtVerify(token, key, { algorithms: ['HS256'] });
    req.user = payload;
  } catch (err) {
    return res.status(401).json({ error: err.code || 'Unauthorized' });
  }
  next();
}

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const refreshToken = randomBytes(32).toString('hex');
  db.set(refreshToken, req.body.username);
  res.json({ accessToken: await signAccessToken(req.body.username), refreshToken });
});

app.post('/token', async (req, res) => {
  const username = db.get(req.body.refreshToken);
  if (!username) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: await signAccessToken(username) });
});

app.post('/logout', (req, res) => {
  db.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', authenticate, (req, res) => {
  res.json({ username: req.user.username });
});

app.listen(3000);
