const db = require('../db');

module.exports = (req, res, next) => {
  const { refreshToken } = req.body || {};
  if (db.refreshTokens.includes(refreshToken)) return next();
  res.status(403).json({ error: 'Forbidden' });
};
