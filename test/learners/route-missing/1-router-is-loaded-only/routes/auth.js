const router = require('express').Router();
router.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
module.exports = router;
