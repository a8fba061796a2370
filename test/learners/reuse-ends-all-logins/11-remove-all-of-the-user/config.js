module.exports = {
  accessSecret: process.env.ACCESS_TOKEN_SECRET,
  accessTtl: '15m',
  refreshTtlDays: 7,
};
