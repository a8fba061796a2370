const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const app = express();
app.use(express.json());
app.use(cookieParser(process.env.REFRESH_TOKEN_SECRET)); // signs cookies

const filePath = path.join(process.cwd(), 'refresh-sessions.json');
let refreshSessions = [];
if (fs.existsSync(filePath)) refreshSessions = JSON.parse(fs.readFileSync(filePath, 'utf8'));

const saveSessions = () => fs.writeFileSync(filePath, JSON.stringify(refreshSessions, null, 2));
const hashToken = (token) => crypto.createHash('sha256').update(token).digest('hex');
const COOKIE = { httpOnly: true, secure: true, sameSite: 'strict', signed: true, maxAge: 7 * 24 * 60 * 60 * 1000 };

function sendPair(res, session) {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  session.previous = session.previous || [];
  if (session.current) session.previous.push(session.current);
  session.current = hashToken(refreshToken);
  session.expiresAt = Date.now() + 7 * 24 * 60 * 60 * 1000;
  saveSessions();
  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  res.cookie('refreshToken', refreshToken, COOKIE).set('Cache-Control', 'no-store').json({ accessToken });
}

app.post('/login', (req, res) => {
  const session = { username: req.body.username };
  refreshSessions.push(session);
  sendPair(res, session);
});

app.post('/token', (req, res) => {
  const token = req.signedCookies.refreshToken;
  if (!token) return res.sendStatus(401);
  const hashed = hashToken(token);

  const reused = refreshSessions.find((s) => s.previous.includes(hashed));
  if (reused) {
    refreshSessions = refreshSessions.filter((s) => s !== reused);
    saveSessions();
    return res.sendStatus(403);
  }

  const session = refreshSessions.find((s) => s.current === hashed && s.expiresAt > Date.now());
  if (!session) return res.sendStatus(403);
  sendPair(res, session);
});

app.post('/logout', (req, res) => {
  const token = req.signedCookies.refreshToken;
  if (token) {
    refreshSessions = refreshSessions.filter((s) => s.current !== hashToken(token));
    saveSessions();
  }
  const { maxAge, ...options } = COOKIE;
  res.clearCookie('refreshToken', options).sendStatus(204);
});

app.get('/me', (req, res) => {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (!token) return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(5000, () => console.log('Server started on port 5000'));
