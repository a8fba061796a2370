let refreshTokens = [];

exports.login = (req, res) => {
  refreshTokens.push('refresh123');
  res.cookie('jwt', 'refresh123', { httpOnly: true });
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

exports.refresh = (req, res) => {
  const cookies = req.cookies;
  const refreshToken = cookies?.jwt; // here
  if (!refreshToken) return res.status(403).json({ error: 'Forbidden' });
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
};

exports.logout = (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((rt) => rt !== refreshToken);
  res.clearCookie('jwt');
  res.sendStatus(204);
};
