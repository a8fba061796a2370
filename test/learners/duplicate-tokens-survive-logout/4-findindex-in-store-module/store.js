const refreshTokens = [];

module.exports.add = (t) => refreshTokens.push(t);
module.exports.has = (t) => refreshTokens.includes(t);
module.exports.remove = (t) => {
  const found = refreshTokens.findIndex((x) => x === t);
  if (found >= 0) refreshTokens.splice(found, 1); // here
};
