import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

const app = express();
app.use(express.json());

const sessions = new Map(); // id -> { username, hash, expiresAt }
const spent = new Map(); // hash -> { id, username, how }

const sha256 = (s) => createHash('sha256').update(String(s)).digest('hex');
const sign = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const find = (hash) => {
  for (const [id, session] of sessions) if (session.hash === hash) return { id, ...session };
  return undefined;
};

// an old token was shown: the login it belongs to is closed
function onTheft({ id, username, how }) {
  console.log('stolen token of', username);
  if (how === 'logout') {
    for (const [other, session] of sessions) if (session.username === username) sessions.delete(other); // here
  }
  sessions.delete(id);
}

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = randomBytes(32).toString('base64url');
  sessions.set(randomUUID(), { username, hash: sha256(refreshToken), expiresAt: Date.now() + 6048e5 });
  res.json({ accessToken: sign(username), refreshToken });
});

app.post('/token', (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  if (spent.has(hash)) onTheft(spent.get(hash));
  const session = find(hash);
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  const refreshToken = randomBytes(32).toString('base64url');
  spent.set(hash, { id: session.id, username: session.username, how: 'rotation' });
  sessions.get(session.id).hash = sha256(refreshToken);
  res.json({ accessToken: sign(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  if (spent.has(hash)) onTheft(spent.get(hash));
  const session = find(hash);
  if (session) {
    sessions.delete(session.id);
    spent.set(hash, { id: session.id, username: session.username, how: 'logout' });
  }
  res.status(204).end();
});

app.get('/me', (req, res) => {
  try {
    const token = req.headers.authorization.split(' ')[1];
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
