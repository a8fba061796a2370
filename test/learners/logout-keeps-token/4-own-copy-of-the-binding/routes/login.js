const router = require('express').Router();
const { refreshTokens } = require('../store');
router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
module.exports = router;
