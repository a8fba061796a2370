let refreshTokens = []
module.exports = {
  login(req, res) {
    refreshTokens.push('refresh123')
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  },
  token(req, res) {
    if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
    res.json({ accessToken: 'newAccess123' })
  },
  logout(req, res) {
    refreshTokens = refreshTokens.filter(t => t != req.body?.refreshToken)
    res.sendStatus(204)
  }
}
