const { randomBytes } = require('node:crypto');
const express = require('express');
const jws = require('./jws');

const KEY = process.env.ACCESS_TOKEN_SECRET;
const HALF_AN_HOUR = 30 * 60;

const listeners = new Map();

function onAir(name) {
  return jws.sign({ sub: name, exp: Math.floor(Date.now() / 1000) + HALF_AN_HOUR }, KEY);
}

const station = express();
station.use(express.json());

station.post('/login', (req, res) => {
  const name = req.body.username;
  const refreshToken = randomBytes(24).toString('base64url');
  listeners.set(refreshToken, { name, tunedIn: new Date() });
  res.json({ accessToken: onAir(name), refreshToken });
});

station.post('/token', (req, res) => {
  const listener = listeners.get(req.body?.refreshToken);
  return listener
    ? res.json({ accessToken: onAir(listener.name) })
    : res.status(403).json({ error: 'Forbidden' });
});

station.post('/logout', (req, res) => {
  listeners.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

station.get('/me', (req, res) => {
  try {
    const [, token] = req.headers.authorization.match(/^Bearer (.+)$/);
    res.json({ username: jws.verify(token, KEY).sub });
  } catch {
    res.set('WWW-Authenticate', 'Bearer').status(401).json({ error: 'Unauthorized' });
  }
});

station.listen(process.env.PORT ?? 3000);
