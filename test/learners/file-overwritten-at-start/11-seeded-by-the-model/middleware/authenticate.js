const { verifyAccess } = require('../services/token.service');

module.exports = function authenticate(req, res, next) {
  const header = req.get('Authorization');
  if (!header || !header.startsWith('Bearer ')) return res.status(401).json({ error: 'Missing token' });
  req.user = verifyAccess(header.slice('Bearer '.length));
  next();
};
