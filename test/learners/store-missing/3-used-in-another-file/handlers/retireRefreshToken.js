function retireRefreshToken(req, res) {
  if (!refreshTokens.includes(req.body.refreshToken)) // here
    return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
}
module.exports = retireRefreshToken;
