const refreshTokens = { list: [], count: 0 }; // here

module.exports = { refreshTokens };
