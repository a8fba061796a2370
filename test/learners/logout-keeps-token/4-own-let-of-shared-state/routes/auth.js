const { Router } = require('express');
const state = require('../state');

const router = Router();

router.post('/login', (req, res) => {
  const { refreshTokens } = state;
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const { refreshTokens } = state;
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

router.post('/logout', (req, res) => {
  let { refreshTokens } = state;
  const { refreshToken } = req.body ?? {};
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken); // here
  return res.status(204).end();
});

module.exports = router;
