import { createServer } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';

type Stored = { username: string; bornAt: number };

const LIFE_SECONDS = 60 * 60 * 24 * 7;
const store: Map<string, Stored> = new Map();
const nowInSeconds = () => Math.floor(Date.now() / 1000);
const secret = process.env.JWT_SECRET!;

const hex = (token: string) => createHash('sha256').update(token).digest('hex');

const mint = (username: string) => {
  const refreshToken = randomBytes(32).toString('base64url');
  store.set(hex(refreshToken), { username, bornAt: nowInSeconds() });
  return { accessToken: jwt.sign({ username }, secret, { expiresIn: 15 * 60 }), refreshToken };
};

const burn = (token: string): Stored | undefined => {
  const stored = store.get(hex(token));
  store.delete(hex(token));
  if (!stored || nowInSeconds() - stored.bornAt > LIFE_SECONDS) return undefined;
  return stored;
};

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  res.json(mint(req.body.username));
});

app.post('/token', (req, res) => {
  const stored = burn(req.body?.refreshToken ?? '');
  if (!stored) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json(mint(stored.username));
  }
});

app.post('/logout', (req, res) => {
  burn(req.body?.refreshToken ?? '');
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization ?? '';
  if (!header.startsWith('Bearer ')) {
    res.sendStatus(401);
    return;
  }
  try {
    const { username } = jwt.verify(header.substring('Bearer '.length), secret) as jwt.JwtPayload;
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

createServer(app).listen(3000);
