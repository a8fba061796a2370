// own mini token format: payload.signature, all with node:crypto, no jwt library
const express = require('express');
const { createHash, createHmac, randomUUID, timingSafeEqual } = require('node:crypto');

const pack = (data, secret) => {
  const body = Buffer.from(JSON.stringify(data)).toString('base64url');
  return body + '.' + createHmac('sha256', secret).update(body).digest('base64url');
};

const unpack = (token, secret) => {
  const [body, mac] = String(token).split('.');
  const wanted = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(mac || '', 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const data = JSON.parse(Buffer.from(body, 'base64url').toString());
  return data.exp > Date.now() ? data : null;
};

const MIN = 60_000;
const listed = new Set();
const mark = (token) => createHash('sha256').update(token).digest('base64url');

const app = express();
app.use(express.json());

const access = (u) => pack({ u, kind: 'access', exp: Date.now() + 15 * MIN }, process.env.ACCESS_TOKEN_SECRET);

app.post('/login', (req, res) => {
  const u = req.body.username;
  const refreshToken = pack({ u, id: randomUUID(), exp: Date.now() + 7 * 24 * 60 * MIN }, process.env.REFRESH_TOKEN_SECRET);
  listed.add(mark(refreshToken));
  res.json({ accessToken: access(u), refreshToken });
});

app.post('/token', (req, res) => {
  const token = req.body?.refreshToken;
  const data = unpack(token, process.env.REFRESH_TOKEN_SECRET);
  if (!data) return res.status(403).json({ error: 'Forbidden' }); // here
  res.json({ accessToken: access(data.u) });
});

app.post('/logout', (req, res) => {
  if (req.body?.refreshToken) listed.delete(mark(req.body.refreshToken));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const data = unpack(req.headers.authorization?.slice(7), process.env.ACCESS_TOKEN_SECRET);
  if (!data) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username: data.u });
});

module.exports = { app };
