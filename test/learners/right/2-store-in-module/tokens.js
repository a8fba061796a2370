exports.refreshTokens = [];
