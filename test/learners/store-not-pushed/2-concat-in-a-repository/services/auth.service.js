class AuthService {
  constructor({ tokenRepository }) {
    this.tokenRepository = tokenRepository;
  }

  /** Logs a reader in and remembers the refresh token. */
  login() {
    const accessToken = 'access123';
    const refreshToken = this.tokenRepository.save('refresh123');
    return { accessToken, refreshToken };
  }
}

module.exports = { AuthService };
