const router = require('express').Router();
const { refreshTokens } = require('../store');
router.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
module.exports = router;
