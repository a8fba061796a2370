const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());

const DB = `${__dirname}/db.json`;
const db = fs.existsSync(DB) ? JSON.parse(fs.readFileSync(DB, 'utf8')) : { sessions: [] };

// every POST saves the db before its answer goes out
app.use((req, res, next) => {
  if (req.method !== 'POST') return next();
  const send = res.send.bind(res);
  res.send = (body) => {
    fs.writeFileSync(DB, JSON.stringify(db));
    return send(body);
  };
  next();
});

const hash = (token) => crypto.createHash('sha256').update(token || '').digest('hex');
const accessFor = (session) =>
  jwt.sign({ name: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

function rotate(session) {
  const token = crypto.randomBytes(32).toString('hex');
  session.tokens.unshift(hash(token)); // newest first
  session.lastSeen = Date.now();
  return token;
}

function tooOld(session) {
  return Date.now() - session.lastSeen > 1000 * 60 * 60 * 24 * 14;
}

app.post('/login', (req, res) => {
  const session = { username: req.body.username, tokens: [] };
  db.sessions.push(session);
  res.send({ refreshToken: rotate(session), accessToken: accessFor(session) });
});

app.post('/token', (req, res) => {
  const h = hash(req.body.refreshToken);
  const index = db.sessions.findIndex((s) => s.tokens.includes(h));
  const session = db.sessions[index];
  if (!session || tooOld(session)) return res.status(401).send({ error: 'log in again' });
  if (session.tokens[0] !== h) {
    db.sessions.splice(index, 1);
    return res.status(401).send({ error: 'log in again' });
  }
  res.send({ refreshToken: rotate(session), accessToken: accessFor(session) });
});

app.post('/logout', (req, res) => {
  const h = hash(req.body.refreshToken);
  const index = db.sessions.findIndex((s) => s.tokens[0] === h);
  if (index >= 0) db.sessions.splice(index, 1);
  res.status(204).send();
});

app.get('/me', (req, res) => {
  try {
    const { name } = jwt.verify(req.headers.authorization.split(' ')[1], process.env.ACCESS_TOKEN_SECRET);
    res.send({ username: name });
  } catch (e) {
    res.status(401).send({ error: 'who are you?' });
  }
});

app.listen(8080);
