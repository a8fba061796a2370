import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';

type Outcome = { kind: 'good'; guest: string; until: number } | { kind: 'unknown' } | { kind: 'stolen' };

const secret = process.env.ACCESS_TOKEN_SECRET!;
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

const valid = new Map<string, { guest: string; until: number }>();
const retired = new Map<string, string>(); // hash -> guest

const hash = (token: unknown): string => createHash('sha256').update(String(token)).digest('hex');

function issue(guest: string, until = Date.now() + TWO_WEEKS) {
  const refreshToken = randomBytes(32).toString('hex');
  valid.set(hash(refreshToken), { guest, until });
  return { accessToken: jwt.sign({ sub: guest }, secret, { expiresIn: '10m' }), refreshToken };
}

/** Uses a token up. One that was used before has been stolen: its guest is sent home everywhere. */
function consume(token: unknown): Outcome {
  const key = hash(token);
  const owner = retired.get(key);
  if (owner !== undefined) {
    for (const [other, { guest }] of valid) {
      if (guest === owner) valid.delete(other);
    }
    return { kind: 'stolen' };
  }
  const entry = valid.get(key);
  if (!entry) return { kind: 'unknown' };
  valid.delete(key);
  retired.set(key, entry.guest);
  return entry.until > Date.now() ? { kind: 'good', ...entry } : { kind: 'unknown' };
}

const dome = express();
dome.use(express.json());

dome.post('/login', (req, res) => {
  res.json(issue(req.body.username));
});

dome.post('/token', (req, res) => {
  const outcome = consume(req.body?.refreshToken);
  switch (outcome.kind) {
    case 'good':
      res.json(issue(outcome.guest, outcome.until));
      break;
    case 'stolen':
      console.warn('a token came back');
    // falls through
    case 'unknown':
      res.status(403).json({ error: 'Forbidden' });
  }
});

dome.post('/logout', (req, res) => {
  consume(req.body?.refreshToken); // here
  res.status(204).end();
});

dome.get('/me', (req, res) => {
  const [, token = ''] = req.headers.authorization?.split(' ') ?? [];
  try {
    res.json({ username: jwt.verify(token, secret, { algorithms: ['HS256'] }).sub });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

dome.listen(3000);
