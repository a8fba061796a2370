import { createHash, randomBytes } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';

// Functional style: the state is one frozen object, each change makes the next one.
let state = Object.freeze({});

const WEEK = 7 * 24 * 60 * 60 * 1000;
const key = process.env.ACCESS_TOKEN_SECRET;

const hash = (token) => createHash('sha512').update(String(token)).digest('base64');

const without = (obj, ...keys) => Object.freeze(Object.fromEntries(Object.entries(obj).filter(([k]) => !keys.includes(k))));
const assoc = (obj, k, v) => Object.freeze({ ...obj, [k]: v });
const alive = (obj, now = Date.now()) => Object.freeze(Object.fromEntries(Object.entries(obj).filter(([, v]) => v.endsAt > now)));

const access = (username) => jwt.sign({ username }, key, { algorithm: 'HS256', expiresIn: '15m' });

const tokenPair = (session) => {
  const refreshToken = randomBytes(32).toString('base64url');
  state = assoc(state, hash(refreshToken), Object.freeze(session));
  return { accessToken: access(session.username), refreshToken };
};

const app = express();
app.use(express.json());

app.post('/login', ({ body }, res) => {
  if (typeof body?.username !== 'string') return res.status(400).json({ error: 'username?' });
  res.json(tokenPair({ username: body.username, endsAt: Date.now() + WEEK }));
});

app.post('/token', ({ body }, res) => {
  state = alive(state);
  const mine = hash(body?.refreshToken);
  const { [mine]: session } = state;
  if (session === undefined) return res.status(403).json({ error: 'Forbidden' });
  state = without(state, mine);
  // a renewal counts as a new start: another week
  res.json(tokenPair({ ...session, endsAt: Date.now() + WEEK }));
});

app.get('/me', ({ headers }, res) => {
  const token = headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  try {
    res.json({ username: jwt.verify(token, key, { algorithms: ['HS256'] }).username });
  } catch {
    res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
  }
});

app.post('/logout', ({ body }, res) => {
  state = without(state, hash(body?.refreshToken));
  res.status(204).end();
});

app.listen(3000);
