import { randomBytes } from 'node:crypto';
import express from 'express';

// performance.now() because nobody can turn it back
const HOURS = 60 * 60 * 1000;
const stores = { access: new Map(), refresh: new Map() };
const lifetime = { access: 0.5 * HOURS, refresh: 72 * HOURS };

function issue(kind, username) {
  const token = `${kind[0]}_${randomBytes(32).toString('base64url')}`;
  stores[kind].set(token, { username, endsAt: performance.now() + lifetime[kind] });
  return token;
}

function lookUp(kind, token) {
  for (const [key, { endsAt }] of stores[kind]) {
    if (endsAt < performance.now()) stores[kind].delete(key);
  }
  return stores[kind].get(token)?.username;
}

const app = express();
app.use(express.json());

app.post('/login', ({ body: { username } }, res) => {
  res.json({ accessToken: issue('access', username), refreshToken: issue('refresh', username) });
});

app.post('/token', ({ body }, res) => {
  const username = lookUp('refresh', body?.refreshToken);
  if (!username) return res.status(401).json({ error: 'invalid_grant' });
  res.json({ accessToken: issue('access', username) });
});

app.post('/logout', ({ body }, res) => {
  stores.refresh.delete(body?.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const username = lookUp('access', req.get('authorization')?.match(/^Bearer (.*)$/)?.[1]);
  if (!username) return res.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').end();
  res.json({ username });
});

app.listen(3000);
