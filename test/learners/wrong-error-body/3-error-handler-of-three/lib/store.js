const refreshTokens = [];

exports.refreshTokens = refreshTokens;
