const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

/** jti -> exp of tokens that were logged out before their time */
const denylist = new Map();

setInterval(() => {
  const now = Math.floor(Date.now() / 1000);
  denylist.forEach((exp, jti) => { if (exp <= now) denylist.delete(jti); });
}, 60 * 60 * 1000);

class TokenError extends Error {}

function issuePair(username) {
  return {
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }),
    refreshToken: jwt.sign({ username }, process.env.REFRESH_TOKEN_SECRET, {
      expiresIn: '7d',
      jwtid: crypto.randomUUID(),
    }),
  };
}

function readRefreshToken(token) {
  let payload;
  try {
    payload = jwt.verify(token, process.env.REFRESH_TOKEN_SECRET);
  } catch (err) {
    throw new TokenError(err.message);
  }
  if (denylist.has(payload.jti)) throw new TokenError('logged out');
  return payload;
}

app.post('/login', (req, res) => {
  res.json(issuePair(req.body.username));
});

app.post('/token', (req, res, next) => {
  try {
    const { username } = readRefreshToken(req.body.refreshToken);
    const { accessToken } = issuePair(username);
    res.json({ accessToken });
  } catch (err) {
    if (err.name === 'TokenError') res.status(403).json({ error: err.message }); // here
  }
});

app.post('/logout', (req, res) => {
  try {
    const { jti, exp } = readRefreshToken(req.body.refreshToken);
    denylist.set(jti, exp);
  } catch (err) {
    // nothing to do
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split(' ')[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch (err) {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
