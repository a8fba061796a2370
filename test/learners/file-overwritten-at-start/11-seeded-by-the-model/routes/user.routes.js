const { Router } = require('express');
const authenticate = require('../middleware/authenticate');

const router = Router();
router.get('/', authenticate, (req, res) => res.json({ username: req.user.username }));

module.exports = router;
