const { Router } = require('express');
const store = require('../store');

const router = Router();

router.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!store.refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

module.exports = router;
