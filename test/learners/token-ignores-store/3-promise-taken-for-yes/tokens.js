const refreshTokens = [];

module.exports.add = async (t) => {
  refreshTokens.push(t);
};

module.exports.exists = async (t) => {
  return refreshTokens.includes(t);
};
