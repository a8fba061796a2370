import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import express from 'express';
import { SignJWT, jwtVerify } from 'jose';

const JOURNAL = new URL('./events.log', import.meta.url);
const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);
const ttl = 1000 * 60 * 60 * 24 * 20;

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

function write(event) {
  appendFileSync(JOURNAL, JSON.stringify(event) + '\n');
  apply(event);
}

if (existsSync(JOURNAL)) {
  for (const line of readFileSync(JOURNAL, 'utf8').split('\n')) {
    apply(JSON.parse(line)); // here
  }
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
  write({ type: 'opened', id: fresh(), username, hash: hashOf(refreshToken), until: Date.now() + ttl });
  res.json({ accessToken: await access(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const hash = hashOf(req.body?.refreshToken);
  const id = sessionOfHash.get(hash);
  const session = sessions.get(id);
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  if (session.current !== hash) {
    write({ type: 'closed', id, why: 'reuse' });
    return res.status(403).json({ error: 'Forbidden' });
  }
  if (session.until <= Date.now()) return res.status(403).json({ error: 'Forbidden' });

  const refreshToken = fresh();
  write({ type: 'rotated', id, hash: hashOf(refreshToken), until: Date.now() + ttl });
  res.json({ accessToken: await access(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
  const id = sessionOfHash.get(hashOf(req.body?.refreshToken));
  if (sessions.has(id)) write({ type: 'closed', id, why: 'logout' });
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
