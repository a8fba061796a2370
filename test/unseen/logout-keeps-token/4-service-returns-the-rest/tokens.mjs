const refreshTokens = [];

export const add = (t) => refreshTokens.push(t);
export const has = (t) => refreshTokens.includes(t);
export const remove = (t) => refreshTokens.filter((x) => x !== t); // here
