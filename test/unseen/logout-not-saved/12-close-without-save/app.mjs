import express from 'express';
import { cookies } from './cookies.mjs';
import * as sessions from './sessions.mjs';
import { bearer, signFor } from './access.mjs';

const app = express();
app.use(express.json(), cookies);

app.use('/token', sameOriginOnly);
app.use('/logout', sameOriginOnly);

function sameOriginOnly(req, res, next) {
  // sent by every browser of today, and by nothing else
  if (req.get('sec-fetch-site') === 'cross-site') return res.sendStatus(403);
  next();
}

const grant = async (res, { username, token }) => {
  res.rememberToken(token);
  res.set('Cache-Control', 'no-store');
  res.json({ accessToken: await signFor(username) });
};

app.post('/login', async (req, res) => {
  await grant(res, sessions.open(req.body.username));
});

app.post('/token', async (req, res) => {
  const next = sessions.renew(req.token);
  if (next) return grant(res, next);
  res.forgetToken();
  res.sendStatus(401);
});

app.post('/logout', (req, res) => {
  sessions.close(req.token);
  res.forgetToken();
  res.sendStatus(204);
});

app.get('/me', bearer, (req, res) => res.json({ username: req.username }));

app.listen(3000);
