const refreshTokens = [];

export function login(req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}
