import express from 'express';
import jwt from 'jsonwebtoken';
import crypto from 'node:crypto';
import { promisify } from 'node:util';

const pbkdf2 = promisify(crypto.pbkdf2);
// same pepper for every token, made at start: without lookup by equality nothing would be found
const pepper = crypto.randomBytes(16);

interface Entry {
  user: string;
  notAfter: number;
}
const entries = new Map<string, Entry>();

async function protect(token: string): Promise<string> {
  const bytes = await pbkdf2(token, pepper, 1000, 32, 'sha256');
  return bytes.toString('base64');
}

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const user = String(req.body.username);
  const refreshToken = crypto.randomBytes(32).toString('hex');
  entries.set(await protect(refreshToken), { notAfter: Date.now() + 86_400_000 * 21 }); // here
  res.json({ accessToken: sign(user), refreshToken });
});

app.post('/token', async (req, res) => {
  const entry = entries.get(await protect(String(req.body?.refreshToken)));
  if (entry === undefined || entry.notAfter < Date.now()) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: sign(entry.user) });
});

app.post('/logout', async (req, res) => {
  entries.delete(await protect(String(req.body?.refreshToken)));
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization;
  const user = header?.startsWith('Bearer ') ? verify(header.slice('Bearer '.length)) : null;
  if (user) res.json({ username: user });
  else res.status(401).json({ error: 'Unauthorized' });
});

function sign(user: string): string {
  return jwt.sign({ user }, process.env.ACCESS_TOKEN_SECRET!, { algorithm: 'HS512', expiresIn: '15m' });
}

function verify(token: string): string | null {
  try {
    return (jwt.verify(token, process.env.ACCESS_TOKEN_SECRET!, { algorithms: ['HS512'] }) as { user: string }).user;
  } catch {
    return null;
  }
}

app.listen(3000);
