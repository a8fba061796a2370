class AuthController {
  constructor() {
    this.refreshTokens = [];
  }

  login(req, res) {
    this.refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }

  async token(req, res) {
    const { refreshToken } = req.body;
    if (!this.refreshTokens.includes(refreshToken)) { // here
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  }
}

module.exports = AuthController;
