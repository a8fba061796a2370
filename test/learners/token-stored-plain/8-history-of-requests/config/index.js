module.exports = {
  PORT: process.env.PORT || 3000,
  ACCESS_SECRET: process.env.ACCESS_TOKEN_SECRET,
  ACCESS_TTL: '15m',
  REFRESH_TTL_MS: 1000 * 60 * 60 * 24 * 10,
};
