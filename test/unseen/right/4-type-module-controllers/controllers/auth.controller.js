const refreshTokens = [];

// @route POST /login
export const login = async (req, res) => {
  refreshTokens.push('refresh123');
  res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

// @route POST /token
export const refresh = async (req, res) => {
  const { refreshToken = '' } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.status(200).json({ accessToken: 'newAccess123' });
};

// @route POST /logout
export const logout = async (req, res) => {
  const { refreshToken = '' } = req.body ?? {};
  const index = refreshTokens.findIndex((t) => t === refreshToken);
  if (index > -1) refreshTokens.splice(index, 1);
  res.status(204).end();
};
