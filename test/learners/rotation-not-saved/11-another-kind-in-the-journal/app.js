const express = require('express');
const jwt = require('jsonwebtoken');
const readers = require('./readers');

const key = process.env.ACCESS_TOKEN_SECRET;
const access = (name) => jwt.sign({}, key, { subject: name, expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', ({ body }, res) => {
  res.json({ accessToken: access(body.username), refreshToken: readers.open(body.username) });
});

app.post('/token', ({ body }, res) => {
  const renewed = readers.renew(body?.refreshToken);
  if (renewed === null) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: access(renewed.name), refreshToken: renewed.card });
});

app.post('/logout', ({ body }, res) => {
  readers.close(body?.refreshToken);
  res.status(204).end();
});

app.get('/me', ({ headers }, res) => {
  const token = headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  try {
    return res.json({ username: jwt.verify(token, key, { algorithms: ['HS256'] }).sub });
  } catch (e) {
    return res.status(401).json({ error: e.message });
  }
});

app.listen(3000);
