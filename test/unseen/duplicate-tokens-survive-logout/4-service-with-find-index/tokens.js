const refreshTokens = [];

module.exports.add = (token) => {
  refreshTokens.push(token);
};
module.exports.has = (token) => refreshTokens.some((t) => t === token);
module.exports.remove = (token) => {
  const i = refreshTokens.findIndex((t) => t === token);
  if (i < 0) return;
  refreshTokens.splice(i, 1); // here
};
