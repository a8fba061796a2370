const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const KEY = process.env.ACCESS_TOKEN_SECRET;
const bilets = {};

const zhiv = (bilet) => {
  bilet.doKogda > Date.now(); // here
};
const mertv = (bilet) => zhiv(bilet) === false;

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  bilets[refreshToken] = { kto: req.body.username, doKogda: Date.now() + 12 * 24 * 3600 * 1000 };
  res.json({ accessToken: jwt.sign({ username: req.body.username }, KEY, { expiresIn: '15m' }), refreshToken });
});

app.post('/token', (req, res) => {
  const bilet = Object.hasOwn(bilets, req.body?.refreshToken) ? bilets[req.body.refreshToken] : null;
  if (bilet === null || mertv(bilet)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: jwt.sign({ username: bilet.kto }, KEY, { expiresIn: '15m' }) });
});

app.get('/me', (req, res) => {
  jwt.verify((req.headers.authorization || '').split(' ')[1], KEY, (err, claims) => {
    if (err) return res.sendStatus(401);
    res.json({ username: claims.username });
  });
});

app.post('/logout', (req, res) => {
  delete bilets[req.body?.refreshToken];
  res.sendStatus(204);
});

app.listen(3000);
