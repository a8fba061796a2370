const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');
const sessions = require('./db/sessions');
const { hashToken } = require('./utils/hash');

const app = express();
app.use(express.json());

const REFRESH_DAYS = 7;
const inDays = (n) => new Date(Date.now() + n * 24 * 60 * 60 * 1000);

const accessToken = (username) =>
  jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

app.post('/login', async (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });

  const refreshToken = randomBytes(32).toString('hex');
  await sessions.create({
    _id: await hashToken(refreshToken),
    username,
    expiresAt: inDays(REFRESH_DAYS),
  });

  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const session = await sessions.findById(await hashToken(req.body?.refreshToken));
  if (!session || session.expiresAt < new Date()) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: accessToken(session.username) });
});

app.post('/logout', async (req, res) => {
  await sessions.deleteById(await hashToken(req.body?.refreshToken));
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
