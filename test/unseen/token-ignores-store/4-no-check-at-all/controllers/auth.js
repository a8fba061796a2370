const refreshTokens = [];

function login(req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

function token(req, res) { // here
  const { refreshToken } = req.body ?? {};
  console.log('new access token for', refreshToken);
  res.json({ accessToken: 'newAccess123' });
}

function logout(req, res) {
  const { refreshToken } = req.body ?? {};
  const i = refreshTokens.indexOf(refreshToken);
  if (i !== -1) refreshTokens.splice(i, 1);
  res.status(204).end();
}

module.exports = { login, token, logout };
