var express = require('express');

var app = express();
app.use(express.json());

app.post('/login', function (req, res) {
  if (!app.locals.refreshTokens) app.locals.refreshTokens = [];
  app.locals.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  var list = app.locals.refreshTokens || [];
  if (list.indexOf(req.body.refreshToken) === -1) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
