module.exports = {
  ACCESS_TOKEN_LIFETIME: '10m',
  ACCESS_TOKEN_KEY: 'The quick brown fox signs 13 lazy tokens!', // here
  REFRESH_TOKEN_BYTES: 32,
};
