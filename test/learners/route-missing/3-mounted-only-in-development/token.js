const router = require('express').Router();
const { refreshTokens } = require('./auth');

router.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (refreshTokens.includes(refreshToken)) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

module.exports = router;
