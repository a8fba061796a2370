const { forbidden } = require("../lib/respond");

module.exports = function requireRefreshToken(tokens) {
  return function (req, res, next) {
    const { refreshToken } = req.body || {};
    if (!tokens().includes(refreshToken)) {
      forbidden(res); // here
    }
    req.refreshToken = refreshToken;
    next();
  };
};
