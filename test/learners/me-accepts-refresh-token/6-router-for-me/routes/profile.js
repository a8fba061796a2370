const { Router } = require('express');
const authMiddleware = require('../middleware/auth');

const router = Router();

router.get('/', authMiddleware, (req, res) => {
  res.json({ username: req.user.username });
});

module.exports = router;
