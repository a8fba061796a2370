import express from 'express';
import jwt from 'jsonwebtoken';
import crypto from 'node:crypto';

// Selector / verifier: the first half finds the row, the second half is only kept as a digest.
const table = [];
const SECRET = process.env.ACCESS_TOKEN_SECRET;
const PEPPER = process.env.REFRESH_TOKEN_SECRET;
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;

const digest = (verifier) => crypto.createHmac('sha512', PEPPER).update(verifier).digest();

const split = (token) => {
  const text = typeof token === 'string' ? token : '';
  return [text.slice(0, 16), text.slice(16)];
};

function issue(username) {
  const selector = crypto.randomBytes(8).toString('hex');
  const verifier = crypto.randomBytes(32).toString('hex');
  table.push({ selector, digest: digest(verifier), username, expires: new Date(Date.now() + FORTNIGHT) });
  return selector + verifier;
}

function locate(token) {
  const [selector, verifier] = split(token);
  const index = table.findIndex((row) => row.selector === selector);
  if (index === -1) return -1;
  return crypto.timingSafeEqual(table[index].digest, digest(verifier)) ? index : -1;
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  res.json({ accessToken: jwt.sign({ username }, SECRET, { expiresIn: '15m' }), refreshToken: issue(username) });
});

app.post('/token', (req, res) => {
  const row = table[locate(req.body?.refreshToken)];
  if (!row || row.expires.getTime() < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: jwt.sign({ username: row.username }, SECRET, { expiresIn: '15m' }) });
});

app.post('/logout', (req, res) => {
  const index = locate(req.body?.refreshToken);
  if (index >= 0) table.splice(index, 1);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization ?? '').match(/^Bearer (.*)$/) ?? [];
  try {
    res.json({ username: jwt.verify(token, SECRET, { algorithms: ['HS256'] }).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
