import express from 'express';
import { jwtVerify, SignJWT } from 'jose';
import { createHash, randomBytes } from 'node:crypto';

type Kept = [digest: Uint8Array, username: string, issued: number];

const DAY = 86_400_000;
const kept: Kept[] = [];
const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);

const digestOf = (token: string): Uint8Array => new Uint8Array(createHash('sha265').update(token).digest()); // here
const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);

const position = (token: unknown): number => {
  const digest = digestOf(token as string).subarray(0, 32);
  return kept.findIndex(([d, , issued]) => same(d, digest) && Date.now() - issued < 30 * DAY);
};

const access = (username: string) =>
  new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject(username).setExpirationTime('10 minutes').sign(key);

const app = express().use(express.json());

app.post('/login', async (req, res) => {
  const username = String(req.body?.username);
  const refreshToken = randomBytes(32).toString('base64url');
  kept.push([digestOf(refreshToken), username, Date.now()]);
  res.json({ accessToken: await access(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const row = kept[position(req.body?.refreshToken)];
  if (row) res.json({ accessToken: await access(row[1]) });
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const at = position(req.body?.refreshToken);
  if (at !== -1) kept.splice(at, 1);
  res.status(204).end();
});

app.get('/me', async (req, res) => {
  try {
    const { payload } = await jwtVerify(String(req.headers.authorization).split(' ')[1] ?? '', key);
    res.json({ username: payload.sub });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(Number(process.env.PORT) || 3000);
