var refreshTokens = [];

exports.save = function (token) {
  return new Promise(function (resolve) {
    refreshTokens.push(token);
    resolve(token);
  });
};

exports.find = function (token) {
  return new Promise(function (resolve, reject) { // here
    for (var i = 0; i < refreshTokens.length; i++) {
      if (refreshTokens[i] === token) {
        resolve(token);
      }
    }
  });
};
