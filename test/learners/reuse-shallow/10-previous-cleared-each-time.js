const express = require('express');
const crypto = require('crypto');
const { promisify } = require('util');
const jwt = require('jsonwebtoken');

const signJwt = promisify(jwt.sign);
const randomBytes = promisify(crypto.randomBytes);

const app = express();
app.use(express.json());

const sessions = new Map(); // id -> { username, current, previous: Set, expiresAt }
const sessionOf = new Map(); // hash -> id
const inFlight = new Map(); // hash -> promise of the new pair

const hash = (token) => crypto.createHash('sha256').update(token).digest('hex');

async function newPair(id) {
  const session = sessions.get(id);
  const refreshToken = (await randomBytes(32)).toString('hex');
  const accessToken = await signJwt({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, {
    expiresIn: '15m',
  });
  if (session.current) session.previous = new Set([session.current]); // here
  session.current = hash(refreshToken);
  sessionOf.set(session.current, id);
  return { accessToken, refreshToken };
}

function destroy(id) {
  const session = sessions.get(id);
  if (!session) return;
  for (const h of [session.current, ...session.previous]) sessionOf.delete(h);
  sessions.delete(id);
}

app.post('/login', async (req, res) => {
  const id = crypto.randomUUID();
  sessions.set(id, {
    username: req.body.username,
    current: null,
    previous: new Set(),
    expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000,
  });
  res.json(await newPair(id));
});

app.post('/token', async (req, res) => {
  const { refreshToken } = req.body || {};
  if (!refreshToken) return res.status(401).json({ error: 'Unauthorized' });
  const h = hash(refreshToken);

  // two tabs at once: the second one waits for the first and gets the same answer
  if (inFlight.has(h)) return res.json(await inFlight.get(h));

  const id = sessionOf.get(h);
  const session = sessions.get(id);
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  if (session.previous.has(h) || session.expiresAt < Date.now()) {
    destroy(id);
    return res.status(403).json({ error: 'Forbidden' });
  }

  const work = newPair(id).finally(() => inFlight.delete(h));
  inFlight.set(h, work);
  res.json(await work);
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body || {};
  if (refreshToken) destroy(sessionOf.get(hash(refreshToken)));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization || '';
  jwt.verify(header.split(' ')[1], process.env.ACCESS_TOKEN_SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: payload.username });
  });
});

app.listen(3000);
