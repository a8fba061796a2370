module.exports = {
  port: process.env.PORT || 4000,
  accessTokenSecret: process.env.ACCESS_TOKEN_SECRET,
  accessTokenLife: '10m',
  // one week
  refreshTokenLifeMs: 1000 * 60 * 60 * 24 * 7,
};
