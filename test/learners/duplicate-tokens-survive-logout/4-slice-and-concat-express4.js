var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) === -1) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', function (req, res) {
  var i = refreshTokens.indexOf(req.body.refreshToken);
  if (i > -1) {
    refreshTokens = refreshTokens.slice(0, i).concat(refreshTokens.slice(i + 1)); // here
  }
  res.status(204).end();
});

app.listen(3000);
