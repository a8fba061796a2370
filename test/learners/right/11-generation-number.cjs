const express = require('express');
const { randomBytes, createHash, createHmac, timingSafeEqual } = require('node:crypto');
const { readFileSync, writeFileSync, renameSync, existsSync } = require('node:fs');
const path = require('node:path');
const jwt = require('jsonwebtoken');

const DB = path.join(__dirname, 'logins.json');
const logins = existsSync(DB) ? JSON.parse(readFileSync(DB, 'utf8')) : {};

const save = () => {
  writeFileSync(DB + '~', JSON.stringify(logins));
  renameSync(DB + '~', DB);
};

// A token is "<login>.<generation>.<mac>". Only the newest generation of a login counts;
// the mac tells an old token of ours from one that somebody made up.
const mac = (text) => createHmac('sha256', process.env.REFRESH_TOKEN_SECRET).update(text).digest();
const compose = (id, generation) => `${id}.${generation}.${mac(`${id}.${generation}`).toString('base64url')}`;

function decompose(token) {
  const [id, generation, signature, ...rest] = String(token).split('.');
  if (!signature || rest.length > 0) return null;
  const given = createHash('sha256').update(signature).digest();
  const wanted = createHash('sha256').update(mac(`${id}.${generation}`).toString('base64url')).digest();
  return timingSafeEqual(given, wanted) ? { id, generation: Number(generation) } : null;
}

const accessToken = (username) => jwt.sign({}, process.env.ACCESS_TOKEN_SECRET, { subject: username, expiresIn: '15m' });
const inTwoWeeks = () => Date.now() + 14 * 24 * 60 * 60 * 1000;

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  const id = randomBytes(18).toString('base64url');
  logins[createHash('sha256').update(id).digest('hex')] = { username, generation: 0, until: inTwoWeeks() };
  save();
  res.json({ accessToken: accessToken(username), refreshToken: compose(id, 0) });
});

app.post('/token', (req, res) => {
  const parts = decompose(req.body?.refreshToken);
  const key = parts && createHash('sha256').update(parts.id).digest('hex');
  const login = key && logins[key];
  if (!login || login.until < Date.now()) return res.sendStatus(401);
  if (login.generation !== parts.generation) {
    delete logins[key];
    save();
    return res.sendStatus(401);
  }
  login.generation += 1;
  login.until = inTwoWeeks();
  save();
  res.json({ accessToken: accessToken(login.username), refreshToken: compose(parts.id, login.generation) });
});

app.post('/logout', (req, res) => {
  const parts = decompose(req.body?.refreshToken);
  if (parts) {
    delete logins[createHash('sha256').update(parts.id).digest('hex')];
    save();
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [, token] = /^Bearer (.*)$/.exec(req.get('Authorization') ?? '') ?? [];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).sub });
  } catch {
    res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  }
});

module.exports = app;
