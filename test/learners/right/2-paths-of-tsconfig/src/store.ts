export const refreshTokens: string[] = [];
