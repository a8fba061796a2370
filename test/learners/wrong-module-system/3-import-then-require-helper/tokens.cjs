const refreshTokens = [];

exports.remember = (t) => { refreshTokens.push(t); };
exports.isKnown = (t) => refreshTokens.includes(t);
