const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const app = express();
app.use(express.json());

const FILE = path.join(__dirname, 'sessions.json');
const WEEK = 7 * 24 * 60 * 60 * 1000;

// read what we had before the restart
let sessions = [];
if (fs.existsSync(FILE)) {
  sessions = JSON.parse(fs.readFileSync(FILE, 'utf8'));
}

function save() {
  fs.writeFileSync(FILE, JSON.stringify(sessions, null, 2));
}

function newAccessToken(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString('hex');
  sessions.push({ username, tokens: [refreshToken], expires: Date.now() + WEEK }); // here
  save();
  res.json({ accessToken: newAccessToken(username), refreshToken });
});

app.post('/token', (req, res) => {
  const old = req.body.refreshToken;
  const session = sessions.find((s) => s.tokens.includes(old));
  if (!session) return res.status(403).json({ error: 'Forbidden' });

  const isLatest = session.tokens[session.tokens.length - 1] === old;
  if (!isLatest || session.expires < Date.now()) {
    // an old one came back, or it is over: the whole session goes
    sessions = sessions.filter((s) => s !== session);
    save();
    return res.status(403).json({ error: 'Forbidden' });
  }

  const refreshToken = crypto.randomBytes(32).toString('hex');
  session.tokens.push(refreshToken);
  session.expires = Date.now() + WEEK;
  save();
  res.json({ accessToken: newAccessToken(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
  sessions = sessions.filter((s) => s.tokens[s.tokens.length - 1] !== req.body.refreshToken);
  save();
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization || '';
  const token = header.startsWith('Bearer ') ? header.slice(7) : null;
  if (!token) return res.sendStatus(401);
  try {
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: payload.username });
  } catch (e) {
    res.sendStatus(401);
  }
});

app.listen(3000, () => console.log('listening on 3000'));
