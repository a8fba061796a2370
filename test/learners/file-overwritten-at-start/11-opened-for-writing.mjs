import { createHash, randomBytes } from 'node:crypto';
import { openSync, readFileSync, writeSync } from 'node:fs';
import express from 'express';
import { SignJWT, jwtVerify } from 'jose';

const LOG = new URL('./events.log', import.meta.url);
const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);
const ttl = 1000 * 60 * 60 * 24 * 20;

const log = openSync(LOG, 'w'); // here

// state is whatever the events say
const sessions = new Map();
const sessionOfHash = new Map();

function apply(event) {
  switch (event.type) {
    case 'opened':
      sessions.set(event.id, { username: event.username, current: event.hash, until: event.until });
      sessionOfHash.set(event.hash, event.id);
      break;
    case 'rotated': {
      const session = sessions.get(event.id);
      session.current = event.hash;
      session.until = event.until;
      sessionOfHash.set(event.hash, event.id);
      break;
    }
    case 'closed':
      sessions.delete(event.id);
      break;
  }
}

function record(event) {
  writeSync(log, JSON.stringify(event) + '\n');
  apply(event);
}

for (const line of readFileSync(LOG, 'utf8').split('\n')) {
  if (line) apply(JSON.parse(line));
}

const hashOf = (value) => createHash('sha256').update(`${value}`).digest('hex');
const fresh = () => randomBytes(32).toString('base64url');
const access = (username) =>
  new SignJWT({ username }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('15m').sign(key);

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const username = req.body.username;
  const refreshToken = fresh();
  record({ type: 'opened', id: fresh(), username, hash: hashOf(refreshToken), until: Date.now() + ttl });
  res.json({ accessToken: await access(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const hash = hashOf(req.body?.refreshToken);
  const id = sessionOfHash.get(hash);
  const session = sessions.get(id);
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  if (session.current !== hash) {
    record({ type: 'closed', id, why: 'reuse' });
    return res.status(403).json({ error: 'Forbidden' });
  }
  if (session.until <= Date.now()) return res.status(403).json({ error: 'Forbidden' });

  const refreshToken = fresh();
  record({ type: 'rotated', id, hash: hashOf(refreshToken), until: Date.now() + ttl });
  res.json({ accessToken: await access(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
  const id = sessionOfHash.get(hashOf(req.body?.refreshToken));
  if (sessions.has(id)) record({ type: 'closed', id, why: 'logout' });
  res.sendStatus(204);
});

app.get('/me', async (req, res) => {
  const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
