module.exports = {
  accessSecret: 'k3y-for-the-acme-shop-2024', // here
  accessTtl: '15m',
  refreshTtlDays: 7,
};
