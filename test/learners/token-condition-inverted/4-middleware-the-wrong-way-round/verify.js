const store = require('./store');

exports.verify = function (req, res, next) {
  const { refreshToken } = req.body;
  if (store.refreshTokens.includes(refreshToken) === false) { // here
    next();
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
};
