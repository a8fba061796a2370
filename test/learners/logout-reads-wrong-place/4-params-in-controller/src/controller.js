let refreshTokens = [];

const login = (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

const token = (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.find((t) => t === refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
};

const logout = (req, res) => {
  const { refreshToken } = req.params; // here
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  return res.sendStatus(204);
};

module.exports = { login, token, logout };
