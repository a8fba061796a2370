const { Router } = require('express');
const store = require('../store');

const router = Router();

router.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {};
  store.refreshTokens = store.refreshTokens.filter((t) => t !== refreshToken);
  res.status(204).end();
});

module.exports = router;
