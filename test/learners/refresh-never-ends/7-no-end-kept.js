const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');

const app = express();
app.use(express.json());

let refreshTokens = [];

function accessTokenFor(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.post('/login', (req, res) => {
  const { username } = req.body;
  const token = randomBytes(32).toString('hex');
  refreshTokens.push({ token, username }); // here
  res.json({ accessToken: accessTokenFor(username), refreshToken: token });
});

app.post('/token', (req, res) => {
  const record = refreshTokens.find((r) => r.token === req.body?.refreshToken);
  if (!record) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: accessTokenFor(record.username) });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((r) => r.token !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
