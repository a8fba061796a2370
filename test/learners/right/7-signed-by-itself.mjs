import express from 'express';
import jwt from 'jsonwebtoken';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// 自己完結型のリフレッシュトークン: データ.署名
const { ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET } = process.env;
const NANOKA = 7 * 24 * 60 * 60; // 秒

const loggedOut = new Set();
const now = () => Math.floor(Date.now() / 1000);

const mac = (text) => createHmac('sha256', REFRESH_TOKEN_SECRET).update(text).digest();

function seal(username) {
  const data = Buffer.from(
    JSON.stringify({ n: randomBytes(24).toString('base64url'), u: username, e: now() + NANOKA }),
  ).toString('base64url');
  return `${data}.${mac(data).toString('hex')}`;
}

function unseal(token) {
  if (typeof token !== 'string') return null;
  const [data, signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'hex');
  const expected = mac(data);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { n, u, e } = JSON.parse(Buffer.from(data, 'base64url').toString());
  if (e <= now() || loggedOut.has(n)) return null;
  return { nonce: n, username: u };
}

const access = (username) => jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  res.json({ accessToken: access(username), refreshToken: seal(username) });
});

app.post('/token', (req, res) => {
  const contents = unseal(req.body?.refreshToken);
  if (!contents) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: access(contents.username) });
});

app.post('/logout', (req, res) => {
  const contents = unseal(req.body?.refreshToken);
  if (contents) loggedOut.add(contents.nonce);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('Bearer');
    res.json({ username: jwt.verify(token, ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] }).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
