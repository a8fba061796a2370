import express from 'express';
import { Auth } from './auth.ts';
import { bearerOf } from './bearer.ts';

const auth = new Auth({
  accessSecret: process.env['ACCESS_TOKEN_SECRET'] ?? '',
  accessSeconds: 900,
  refreshDays: 14,
});

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const username: unknown = req.body?.username;
  if (typeof username !== 'string' || !username) {
    res.status(400).json({ error: 'Bad Request' });
    return;
  }
  res.json(auth.login(username));
});

app.post('/token', (req, res) => {
  const pair = auth.rotate(String(req.body?.refreshToken));
  if (pair) res.json(pair);
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  auth.logout(String(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const username = auth.whoami(bearerOf(req));
  if (username) res.json({ username });
  else res.status(401).json({ error: 'Unauthorized' });
});

app.listen(3000);
