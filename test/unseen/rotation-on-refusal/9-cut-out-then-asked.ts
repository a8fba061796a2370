import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';

type Entry = { hash: string; username: string; expiresAt: number };

const entries: Entry[] = [];
const sha256 = (s: string) => createHash('sha256').update(s).digest('hex');

const createEntry = (username: string): string => {
  const token = randomBytes(32).toString('base64url');
  entries.push({ hash: sha256(token), username, expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  return token;
};

const cutOut = (hash: string): Entry | undefined => {
  const [entry] = entries.splice(entries.findIndex((e) => e.hash === hash), 1); // here
  if (entry?.hash !== hash || entry.expiresAt < Date.now()) return undefined;
  return entry;
};

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const username: string = req.body.username;
  res.json({ accessToken: access(username), refreshToken: createEntry(username) });
});

app.post('/token', (req, res) => {
  const entry = cutOut(sha256(req.body?.refreshToken ?? ''));
  if (!entry) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: access(entry.username), refreshToken: createEntry(entry.username) });
});

app.post('/logout', (req, res) => {
  const at = entries.findIndex((e) => e.hash === sha256(req.body?.refreshToken ?? ''));
  if (at >= 0) entries.splice(at, 1);
  res.status(204).send();
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.replace('Bearer ', '') ?? '';
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET!) as jwt.JwtPayload;
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

function access(username: string): string {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET!, { expiresIn: '15m' });
}

app.listen(3000);
