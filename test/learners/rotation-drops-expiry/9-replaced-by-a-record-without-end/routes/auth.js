'use strict';

const { Router } = require('express');
const auth = require('../services/auth');

const router = Router();

router.post('/login', async (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  return res.json(await auth.login(username));
});

router.post('/token', async (req, res) => {
  const tokens = await auth.refresh(req.body?.refreshToken);
  if (!tokens) return res.status(403).json({ error: 'Forbidden' });
  return res.json(tokens);
});

router.post('/logout', async (req, res) => {
  await auth.logout(req.body?.refreshToken);
  return res.status(204).end();
});

module.exports = router;
