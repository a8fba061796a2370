export const refreshTokens: string[] = [];

interface Tokens {
  accessToken?: string;
  refreshToken: string;
}

export function issueTokens(): Tokens {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  return { refreshToken }; // here
}
