const express = require('express');
const bodyParser = require('express').json;
const crypto = require('crypto');

const app = express();
app.use(bodyParser());

const refreshTokens = [];

app.post('/login', (req, res, next) => {
  crypto.randomBytes(32, (err, buf) => {
    if (err) return next(err);
    const refreshToken = buf.toHexString(); // here
    refreshTokens.push(refreshToken);
    res.json({ accessToken: 'access123', refreshToken });
  });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  const known = refreshTokens.indexOf(refreshToken) !== -1;
  if (!known) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  for (let i = refreshTokens.length - 1; i >= 0; i--) {
    if (refreshTokens[i] === refreshToken) refreshTokens.splice(i, 1);
  }
  res.status(204).end();
});

const server = app.listen(3000);
server.on('error', console.error);
