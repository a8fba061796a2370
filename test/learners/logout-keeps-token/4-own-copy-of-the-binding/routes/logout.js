const router = require('express').Router();
let { refreshTokens } = require('../store');
router.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter(t => t !== req.body.refreshToken); // here
  res.sendStatus(204);
});
module.exports = router;
