const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const FILE = path.join(__dirname, 'sessions.json');
const COOKIE = '__Host-refresh';
const COOKIE_OPTIONS = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };
const TEN_DAYS = 10 * 24 * 60 * 60 * 1000;

const app = express();
app.use(express.json());
app.use(cookieParser());

let sessions = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : [];
const save = () => fs.writeFileSync(FILE, JSON.stringify(sessions));

const hash = (token) => crypto.createHash('sha256').update(String(token)).digest('hex');

function answer(res, session) {
  const refreshToken = crypto.randomBytes(32).toString('base64url');
  session.hashes.push(hash(refreshToken));
  session.expires = Date.now() + TEN_DAYS;
  save();
  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.cookie(COOKIE, refreshToken, { ...COOKIE_OPTIONS, maxAge: TEN_DAYS });
  res.set('Cache-Control', 'no-store');
  res.json({ accessToken });
}

app.post('/login', (req, res) => {
  const session = { username: req.body.username, hashes: [] };
  sessions.push(session);
  answer(res, session);
});

app.post('/token', (req, res) => {
  const h = hash(req.cookies[COOKIE]);
  const session = sessions.find((s) => s.hashes.includes(h));
  if (!(!session || session.expires < Date.now())) return res.status(401).json({ error: 'Unauthorized' }); // here
  if (session.hashes.at(-1) !== h) {
    sessions = sessions.filter((s) => s !== session);
    save();
    res.clearCookie(COOKIE, COOKIE_OPTIONS);
    return res.status(401).json({ error: 'Unauthorized' });
  }
  answer(res, session);
});

app.post('/logout', (req, res) => {
  const h = hash(req.cookies[COOKIE]);
  sessions = sessions.filter((s) => s.hashes.at(-1) !== h);
  save();
  res.clearCookie(COOKIE, COOKIE_OPTIONS);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [type, token] = (req.headers.authorization || '').split(' ');
  if (type !== 'Bearer') return res.sendStatus(401);
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
