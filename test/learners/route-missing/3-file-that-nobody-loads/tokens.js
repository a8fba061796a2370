const refreshTokens = [];

module.exports = { refreshTokens };
