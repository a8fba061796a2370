const { Router } = require('express');

const refreshTokens = [];
const router = Router();

router.post('/login', (req, res) => {
  const class = 'user'; // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = router;
