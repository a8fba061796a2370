module.exports = {
  refreshTokens: [],
};
