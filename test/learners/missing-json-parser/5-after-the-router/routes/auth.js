const router = require('express').Router();
const tokenService = require('../services/tokenService');

router.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = tokenService.create(username);
  res.json({ accessToken: 'access123', refreshToken });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!tokenService.find(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

router.post('/logout', (req, res) => {
  tokenService.remove(req.body.refreshToken);
  res.sendStatus(204);
});

module.exports = router;
