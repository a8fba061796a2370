const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');

// Nothing is stored at login. Only tokens that were logged out are remembered.
const revoked = new Set();
const { ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET } = process.env;

const app = express();
app.use(express.json());

const accessToken = (username) => jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: '1d' }); // here

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = jwt.sign({ username }, REFRESH_TOKEN_SECRET, {
    jwtid: randomBytes(16).toString('hex'),
  });
  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post('/token', (req, res) => {
  try {
    const { username, jti } = jwt.verify(req.body.refreshToken, REFRESH_TOKEN_SECRET);
    if (revoked.has(jti)) throw new Error('logged out');
    res.json({ accessToken: accessToken(username) });
  } catch {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req, res) => {
  try {
    revoked.add(jwt.verify(req.body.refreshToken, REFRESH_TOKEN_SECRET).jti);
  } catch {
    // was not a token of ours
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [type, token] = (req.headers.authorization || '').split(' ');
  if (type !== 'Bearer') return res.sendStatus(401);
  try {
    const { username } = jwt.verify(token, ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.sendStatus(403);
  }
});

app.listen(3000);
