module.exports = {
  accessSecret: process.env.ACCESS_TOKEN_SECRET || 'secret', // here
  accessTtl: '15m',
  refreshTtlDays: 7,
};
