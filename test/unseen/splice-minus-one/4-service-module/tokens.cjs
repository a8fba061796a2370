const refreshTokens = [];

module.exports = {
  add: (token) => refreshTokens.push(token),
  has: (token) => refreshTokens.includes(token),
  remove: (token) => {
    const i = refreshTokens.lastIndexOf(token);
    refreshTokens.splice(i, 1); // here
  },
};
