const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const config = require('./config.json');

const app = express();
app.use(express.json());

const refreshTokens = new Map();
const sign = (username) => jwt.sign({ username }, config.jwt.secret, { expiresIn: config.jwt.expiresIn }); // here

app.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(config.refreshTokenBytes).toString('hex');
  refreshTokens.set(refreshToken, req.body.username);
  res.json({ accessToken: sign(req.body.username), refreshToken });
});

app.post('/token', (req, res) => {
  const username = refreshTokens.get(req.body.refreshToken);
  if (!username) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: sign(username) });
});

app.post('/logout', (req, res) => {
  refreshTokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split(' ')[1];
  try {
    const { username } = jwt.verify(token, config.jwt.secret);
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(config.port);
