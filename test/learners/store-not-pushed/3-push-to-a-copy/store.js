const refreshTokens = [];

exports.getAll = () => [...refreshTokens]; // here
