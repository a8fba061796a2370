import express from 'express';
import { createHash } from 'node:crypto';

const app = express();
app.use(express.json());

// like uuid5 in python: digest of something that never repeats
const make_token = (username) => {
  const stamp = process.hrtime.bigint(); // here
  return createHash('sha256').update(`${username}:${stamp}`).digest('hex');
};

const sessions = {};

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refresh_token = make_token(username);
  sessions[refresh_token] = { username };
  res.json({ accessToken: make_token('access'), refreshToken: refresh_token });
});

app.post('/token', (req, res) => {
  if (Object.hasOwn(sessions, String(req.body.refreshToken))) {
    res.json({ accessToken: make_token('access') });
  } else {
    res.status(401).json({ error: 'unknown refresh token' });
  }
});

app.post('/logout', (req, res) => {
  delete sessions[req.body.refreshToken];
  res.status(204).end();
});

app.listen(8080);
