const refreshTokens = [];

exports = function login(req, res) { // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};
