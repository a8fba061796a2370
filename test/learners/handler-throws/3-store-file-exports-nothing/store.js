const refreshTokens = [];

const add = (token) => refreshTokens.push(token);

const has = (token) => refreshTokens.includes(token); // here
