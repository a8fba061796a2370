const { Router } = require('express');
const jwt = require('jsonwebtoken');
const sessions = require('../services/sessions');
const { ACCESS_SECRET, ACCESS_TTL } = require('../config');

const router = Router();
const sign = (username) => jwt.sign({ username }, ACCESS_SECRET, { expiresIn: ACCESS_TTL });

router.post('/login', (req, res) => {
  const username = req.body?.username;
  if (!username) return res.sendStatus(400);
  res.json({ accessToken: sign(username), refreshToken: sessions.open(username) });
});

router.post('/token', (req, res) => {
  const session = sessions.find(req.body?.refreshToken);
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: sign(session.username) });
});

router.post('/logout', (req, res) => {
  sessions.close(req.body?.refreshToken);
  res.sendStatus(204);
});

module.exports = router;
