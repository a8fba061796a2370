const { Router } = require('express');
const requireUser = require('../middleware/requireUser');

const router = Router();

router.get('/me', requireUser, (req, res) => {
  res.json({ username: req.user.username });
});

module.exports = router;
