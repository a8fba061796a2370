let issuedTokens = []; // here

exports.login = (req, res) => {
  issuedTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

exports.token = (req, res) => {
  if (!issuedTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
};

exports.logout = (req, res) => {
  issuedTokens = issuedTokens.filter((t) => t !== req.body?.refreshToken);
  res.sendStatus(204);
};
