let refreshTokens = [];

export const add = (t) => void refreshTokens.push(t);
export const has = (t) => refreshTokens.includes(t);
export const drop = (t) => { refreshTokens = refreshTokens.filter((x) => x !== t); };
