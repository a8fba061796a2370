const state = { refreshTokens: [] };

exports.login = (req, res) => {
  state.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

exports.token = (req, res) => {
  const known = state.refreshTokens.includes(req.body?.refreshToken);
  if (!known) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
};

exports.logout = (req, res) => {
  const index = state.refreshTokens.findIndex((t) => t === req.body?.refreshToken);
  if (index < 0) return res.sendStatus(204);
  state.refreshTokens.splice(index); // here
  return res.sendStatus(204);
};
