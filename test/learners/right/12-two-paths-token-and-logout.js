const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());
app.use(cookieParser());

// only these two routes ever see the cookie
const PATHS = ['/token', '/logout'];
const flags = { httpOnly: true, secure: true, sameSite: 'strict' };
const lifetime = 1000 * 60 * 60 * 24 * 7;

const setRefresh = (res, token) => PATHS.forEach((path) => res.cookie('rt', token, { ...flags, path, maxAge: lifetime }));
const clearRefresh = (res) => PATHS.forEach((path) => res.clearCookie('rt', { ...flags, path }));

const file = __dirname + '/sessions.json';
let sessions = {};
if (fs.existsSync(file)) sessions = JSON.parse(fs.readFileSync(file, 'utf8'));
const save = () => fs.writeFileSync(file, JSON.stringify(sessions));

const digest = (t) => crypto.createHash('sha256').update(t ?? '').digest('hex');
const find = (d) => Object.keys(sessions).find((id) => sessions[id].digests.includes(d));

function renew(res, id) {
  const token = crypto.randomBytes(32).toString('hex');
  sessions[id].digests.push(digest(token));
  sessions[id].expires = Date.now() + lifetime;
  save();
  setRefresh(res, token);
  res.set('Cache-Control', 'no-store');
  res.json({ accessToken: jwt.sign({ username: sessions[id].username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) });
}

app.post('/login', (req, res) => {
  const id = crypto.randomUUID();
  sessions[id] = { username: req.body.username, digests: [] };
  renew(res, id);
});

app.post('/token', (req, res) => {
  const d = digest(req.cookies.rt);
  const id = find(d);
  if (!id || sessions[id].expires < Date.now()) return res.sendStatus(403);
  if (sessions[id].digests.at(-1) !== d) {
    delete sessions[id];
    save();
    return res.sendStatus(403);
  }
  renew(res, id);
});

app.post('/logout', (req, res) => {
  const id = find(digest(req.cookies.rt));
  if (id) {
    delete sessions[id];
    save();
  }
  clearRefresh(res);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization;
  if (!header?.startsWith('Bearer ')) return res.sendStatus(401);
  jwt.verify(header.slice(7), process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(3000);
