const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');
const config = require('./config');
const { fromNow, isPast } = require('./utils/time');

const app = express();
app.use(express.json());

const loans = new Map();

const access = (username) =>
  jwt.sign({ username }, config.accessSecret, { expiresIn: config.accessLifetime / 1000 });

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  const refreshToken = randomBytes(32).toString('hex');
  loans.set(refreshToken, { username, expiresAt: fromNow(config.refreshLifetime) });
  res.json({ accessToken: access(username), refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const loan = loans.get(refreshToken);
  if (loan && isPast(loan.expiresAt)) loans.delete(refreshToken);
  if (!loans.has(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: access(loan.username) });
});

app.post('/logout', (req, res) => {
  loans.delete(req.body?.refreshToken);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [type, token] = (req.headers.authorization || '').split(' ');
  if (type !== 'Bearer') return res.status(401).json({ error: 'Unauthorized' });
  try {
    const { username } = jwt.verify(token, config.accessSecret, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(config.port);
