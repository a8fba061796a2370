'use strict';

module.exports = {
  port: Number(process.env.PORT ?? 3000),
  accessSecret: process.env.ACCESS_TOKEN_SECRET,
  accessTtl: '15m',
  refreshTtl: 7 * 24 * 60 * 60 * 1000,
};
