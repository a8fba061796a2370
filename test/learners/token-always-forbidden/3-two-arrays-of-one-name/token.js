const router = require('express').Router();
let refreshTokens = []; // here
router.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
module.exports = router;
