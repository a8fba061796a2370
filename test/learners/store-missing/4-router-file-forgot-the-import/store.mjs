export const refreshTokens = [];
