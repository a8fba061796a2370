const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const storage = require('./storage');

const app = express();
app.use(express.json());

const DAYS = 24 * 60 * 60 * 1000;
const hash = (token) => crypto.createHash('sha256').update(String(token)).digest('hex');
const random = () => crypto.randomBytes(32).toString('hex');
const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

app.post('/login', async (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  const refreshToken = random();
  await storage.add({ username, current: hash(refreshToken), old: [], expires: Date.now() + 7 * DAYS });
  res.json({ accessToken: access(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const sent = hash(req.body?.refreshToken);
  const session = storage.sessions.find((s) => s.current === sent || s.old.includes(sent));
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  if (session.current !== sent || session.expires < Date.now()) {
    await storage.remove(session);
    return res.status(403).json({ error: 'Forbidden' });
  }
  const refreshToken = random();
  await storage.update(session, { current: hash(refreshToken), old: [...session.old, sent] });
  res.json({ accessToken: access(session.username), refreshToken });
});

app.post('/logout', async (req, res) => {
  const sent = hash(req.body?.refreshToken);
  const session = storage.sessions.find((s) => s.current === sent || s.old.includes(sent));
  if (session) await storage.remove(session);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
