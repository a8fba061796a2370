import express from 'express';
import jwt from 'jsonwebtoken';
import { Session, hashOf } from './lib/session.mjs';
import { load, save } from './lib/disk.mjs';

const DAY = 24 * 60 * 60 * 1000;
let sessions = load();

const app = express();
app.use(express.json());

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const drop = (session) => {
  sessions = sessions.filter((s) => s !== session);
  save(sessions);
};

app.post('/login', (req, res) => {
  const username = req.body?.username;
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  const session = new Session({ username, expiresAt: Date.now() + 10 * DAY });
  const refreshToken = session.rotate();
  sessions.push(session);
  save(sessions);
  res.json({ accessToken: access(username), refreshToken });
});

app.post('/token', (req, res) => {
  const hash = hashOf(req.body?.refreshToken);
  const session = sessions.find((s) => s.owns(hash));
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  if (session.current !== hash || session.expired) {
    drop(session);
    return res.status(403).json({ error: 'Forbidden' });
  }
  const refreshToken = session.rotate();
  save(sessions);
  res.json({ accessToken: access(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
  const hash = hashOf(req.body?.refreshToken);
  const session = sessions.find((s) => s.owns(hash));
  if (session) drop(session);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = req.get('authorization')?.replace('Bearer ', '');
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
