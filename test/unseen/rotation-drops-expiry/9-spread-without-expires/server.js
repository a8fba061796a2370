const express = require('express');
const auth = require('./auth');

const app = express();
app.use(express.json());

const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res)).catch(next);

app.post('/login', wrap(async (req, res) => {
  res.json(await auth.login(req.body.username));
}));

app.post('/token', wrap(async (req, res) => {
  const pair = await auth.renew(req.body?.refreshToken);
  if (pair) res.json(pair);
  else res.status(403).json({ error: 'Forbidden' });
}));

app.post('/logout', wrap(async (req, res) => {
  await auth.logout(req.body?.refreshToken);
  res.sendStatus(204);
}));

app.get('/me', wrap(async (req, res) => {
  const username = auth.whoIs(req.headers.authorization);
  if (username) res.json({ username });
  else res.status(401).json({ error: 'Unauthorized' });
}));

module.exports = app;
