const refreshTokens = [];

exports.saveRefreshToken = (token, cb) => {
  refreshTokens.push(token);
  setImmediate(cb, null);
};

exports.findRefreshToken = (token, cb) => {
  setImmediate(() => cb(null, refreshTokens.find((t) => t === token)));
};

exports.deleteRefreshToken = (token, cb) => {
  const index = refreshTokens.indexOf(token);
  if (index !== -1) {
    refreshTokens.splice(index, 1);
    return setImmediate(() => cb); // here
  }
  setImmediate(() => cb(null));
};
