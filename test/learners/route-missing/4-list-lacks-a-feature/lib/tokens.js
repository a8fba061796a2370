let refreshTokens = [];

module.exports = {
  add: (t) => refreshTokens.push(t),
  has: (t) => refreshTokens.includes(t),
  drop: (t) => {
    refreshTokens = refreshTokens.filter((x) => x !== t);
  },
};
