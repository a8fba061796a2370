// Nothing of a token is stored: it is a signed "ride 3 of carousel so-and-so", and the store
// only counts the rides. Whoever comes with another number than the current one ends the carousel.
const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const { ACCESS_TOKEN_SECRET: accessKey, REFRESH_TOKEN_SECRET: refreshKey } = process.env;
const carousels = new Map(); // id -> { child, ride, closes }

const app = express();
app.use(express.json());

function tokensFor(id) {
  const { child, ride, closes } = carousels.get(id);
  return {
    accessToken: jwt.sign({ username: child }, accessKey, { expiresIn: '15m' }),
    refreshToken: jwt.sign({ id, ride, exp: closes }, refreshKey, { noTimestamp: true }),
  };
}

// undefined when it is none of ours
function read(refreshToken) {
  try {
    return jwt.verify(refreshToken, refreshKey, { algorithms: ['HS256'] });
  } catch {
    return undefined;
  }
}

app.post('/login', (req, res) => {
  const id = randomUUID();
  const closes = Math.floor(Date.now() / 1000) + 21 * 24 * 60 * 60;
  carousels.set(id, { child: req.body.username, ride: 1, closes });
  res.json(tokensFor(id));
});

app.post('/token', (req, res) => {
  const claims = read(req.body?.refreshToken);
  const carousel = carousels.get(claims?.id);
  if (!carousel) return res.status(403).json({ error: 'Forbidden' });
  if (claims.ride !== carousel.ride) {
    carousels.delete(claims.id);
    return res.status(403).json({ error: 'Forbidden' });
  }
  carousel.ride += 1;
  res.json(tokensFor(claims.id));
});

app.post('/logout', (req, res) => {
  const claims = read(req.body?.refreshToken);
  if (claims) carousels.delete(claims.id);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization ?? '').replace(/^Bearer /, '');
  jwt.verify(token, accessKey, { algorithms: ['HS256'] }, (err, claims) => {
    if (err) return res.sendStatus(401);
    res.json({ username: claims.username });
  });
});

app.listen(3000);
