const router = require('express').Router();
let refreshTokens = [];
router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
module.exports = router;
