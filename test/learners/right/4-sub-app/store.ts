let refreshTokens: string[] = [];

export const add = (token: string): void => {
  refreshTokens.push(token);
};

export const has = (token: string): boolean => refreshTokens.includes(token);

export const remove = (token: string): void => {
  refreshTokens = refreshTokens.filter((t) => t !== token);
};
