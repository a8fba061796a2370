let refreshTokens: string[] = [];

export class TokenService {
  login() {
    refreshTokens.push('refresh123');
    return { accessToken: 'access123', refreshToken: 'refresh123' };
  }

  isValid(token: string): boolean {
    return refreshTokens.includes(token);
  }

  async revoke(token: string): Promise<void> {
    // TODO: remove the token
    throw new Error('Method not implemented.'); // here
  }
}
