module.exports = function (app) {
  var refreshTokens = [];

  app.post('/login', function (req, res) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', function (req, res) {
    if (!~refreshTokens.indexOf(req.body.refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  });

  app.post('/logout', function (req, res) {
    refreshTokens = refreshTokens.filter(function (t) {
      return t !== req.body.refreshToken;
    });
    res.status(204).end();
  });
};
