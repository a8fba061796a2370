const { Router } = require('express');
const TokenService = require('../services/token.service');

const router = Router();

router.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad request' });
  const accessToken = TokenService.generateAccess(username);
  const refreshToken = TokenService.generateRefresh(username);
  TokenService.save(refreshToken);
  res.json({ accessToken, refreshToken });
});

router.post('/token', (req, res) => {
  const payload = TokenService.checkRefresh(req.body?.refreshToken);
  if (!payload) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: TokenService.generateAccess(payload.username) });
});

router.post('/logout', (req, res) => {
  TokenService.remove(req.body?.refreshToken);
  res.status(204).end();
});

module.exports = router;
