const { Router } = require('express');

const router = Router();

router.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = router;
