import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';

type TokenRow = {
  hash: string;
  parentHash: string | null;
  username: string;
  expiresAt: number;
};

let rows: TokenRow[] = [];

const sha256 = (s: string) => createHash('sha256').update(s).digest('hex');

function store(username: string, parentHash: string | null): string {
  const token = randomBytes(32).toString('base64url');
  rows.push({ hash: sha256(token), parentHash, username, expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  return token;
}

const accessToken = (username: string) =>
  jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET as string, { expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const username: string = req.body.username;
  res.json({ accessToken: accessToken(username), refreshToken: store(username, null) });
});

app.post('/token', (req, res) => {
  const hash = sha256(req.body?.refreshToken ?? '');

  // is it the parent of somebody? then it was used before
  const child = rows.find((r) => r.parentHash === hash);
  if (child) {
    rows = rows.filter((r) => r !== child);
    res.status(403).json({ error: 'Token reuse detected' });
    return;
  }

  const row = rows.find((r) => r.hash === hash);
  if (!row || row.expiresAt < Date.now()) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  rows = rows.filter((r) => r !== row); // here
  res.json({ accessToken: accessToken(row.username), refreshToken: store(row.username, hash) });
});

app.post('/logout', (req, res) => {
  const hash = sha256(req.body?.refreshToken ?? '');
  rows = rows.filter((r) => r.hash !== hash);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization ?? '').split(' ')[1] ?? '';
  try {
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET as string) as jwt.JwtPayload;
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
