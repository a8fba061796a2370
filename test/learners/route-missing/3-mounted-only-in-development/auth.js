const refreshTokens = [];

function login(req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

module.exports = { refreshTokens, login };
