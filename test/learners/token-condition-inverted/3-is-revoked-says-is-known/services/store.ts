const refreshTokens: string[] = [];

export const add = (token: string): void => {
  refreshTokens.push(token);
};

export const isRevoked = (token: string): boolean => {
  return refreshTokens.includes(token); // here
};
