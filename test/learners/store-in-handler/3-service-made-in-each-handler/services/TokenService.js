class TokenService {
  constructor() {
    this.refreshTokens = [];
  }

  issue() {
    const refreshToken = 'refresh123';
    this.refreshTokens.push(refreshToken);
    return { accessToken: 'access123', refreshToken };
  }

  isValid(token) {
    return this.refreshTokens.includes(token);
  }
}

module.exports = TokenService;
