const express = require('express');
const barn = require('./barn');
const tokens = require('./tokens');

const router = express.Router();

router.post('/login', (req, res) => {
  const farmer = req.body.username;
  res.json({ accessToken: tokens.access(farmer), refreshToken: barn.open(farmer) });
});

router.post('/token', (req, res) => {
  const swapped = barn.swap(req.body?.refreshToken);
  if (!swapped) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: tokens.access(swapped.farmer), refreshToken: swapped.token });
});

router.post('/logout', (req, res) => {
  barn.close(req.body?.refreshToken);
  res.status(204).end();
});

router.get('/me', (req, res) => {
  try {
    res.json({ username: tokens.subject((req.headers.authorization ?? '').replace('Bearer ', '')) });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

express().use(express.json(), router).listen(3000);
