const { Router } = require('express');
const store = require('../store');

const router = Router();

router.post('/login', (req, res) => {
  store.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = router;
