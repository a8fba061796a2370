const tokens = require('../services/token.service');

module.exports = function requireUser(req, res, next) {
  const header = req.headers.authorization || '';

  if (!header.startsWith('Bearer ')) {
    return res.status(401).json({ message: 'Please log in' });
  }

  try {
    req.user = tokens.verifyAccessToken(header.slice(7));
  } catch (err) {
    return res.status(401).json({ message: 'Please log in' });
  }
  next();
};
