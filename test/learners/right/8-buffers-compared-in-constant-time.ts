import { createHash, randomBytes, timingSafeEqual } from 'crypto';
import express from 'express';
import jwt from 'jsonwebtoken';

type Row = { user: string; digest: Buffer; issuedAt: number };

const MAX_AGE = 30 * 24 * 60 * 60 * 1000;
const rows: Row[] = [];

const app = express();
app.use(express.json());

function sha512(input: string): Buffer {
  return createHash('sha512').update(input).digest();
}

function indexOf(token: string): number {
  const digest = sha512(token);
  return rows.findIndex((row) => timingSafeEqual(row.digest, digest));
}

function access(user: string) {
  return jwt.sign({ user, type: 'access' }, process.env.ACCESS_TOKEN_SECRET as string, { expiresIn: '1h' });
}

app.post('/login', (req, res) => {
  const token = randomBytes(32).toString('hex');
  rows.push({ user: req.body.username, digest: sha512(token), issuedAt: Date.now() });
  res.json({ accessToken: access(req.body.username), refreshToken: token });
});

app.post('/token', (req, res) => {
  const at = indexOf(String(req.body?.refreshToken ?? ''));
  const row = rows[at];
  if (!row) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  if (Date.now() - row.issuedAt >= MAX_AGE) {
    rows.splice(at, 1);
    res.status(403).json({ error: 'Session expired, please log in again' });
    return;
  }
  res.json({ accessToken: access(row.user) });
});

app.post('/logout', (req, res) => {
  const at = indexOf(String(req.body?.refreshToken ?? ''));
  if (at >= 0) rows.splice(at, 1);
  res.status(204).send();
});

app.get('/me', (req, res) => {
  const bearer = req.header('authorization')?.match(/^Bearer (\S+)$/)?.[1];
  try {
    if (!bearer) throw new Error('no token');
    const payload = jwt.verify(bearer, process.env.ACCESS_TOKEN_SECRET as string) as { user: string };
    res.json({ username: payload.user });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

export default app;
