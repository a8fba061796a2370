let refreshTokens: string[] = [];

export class TokenService {
  issue() {
    refreshTokens.push('refresh123');
    return { accessToken: 'access123', refreshToken: 'refresh123' };
  }

  known(token: string) {
    return refreshTokens.indexOf(token) >= 0;
  }

  revoke(token: string) {
    refreshTokens = refreshTokens.filter((t) => t !== token);
  }
}
