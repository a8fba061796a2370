const { Router } = require('express');
const { readAccess } = require('../lib/tokens');

const router = Router();

function requireAuth(req, res, next) {
  const [type, token] = (req.headers.authorization || '').split(' ');
  if (type !== 'Bearer' || !token) return res.status(401).json({ error: 'Missing token' });
  const username = readAccess(token);
  if (!username) return res.status(401).json({ error: 'Invalid token' });
  req.username = username;
  next();
}

router.get('/me', requireAuth, (req, res) => res.json({ username: req.username }));

module.exports = router;
