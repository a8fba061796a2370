const router = require('express').Router();
const { refreshTokens } = require('../store');

router.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};
  const refreshToken = req.body.refreshToken; // here
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

module.exports = router;
