var express = require('express');
var app = express();
app.use(express.json());

app.use(function (req, res, next) {
  res.header('Access-Control-Allow-Origin', '*');
  res.header('Access-Control-Allow-Headers', 'Origin, X-Requested-With, Content-Type, Accept');
  next();
});

var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) !== -1) {
    res.json({ accessToken: 'newAccess123' });
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', function (req, res) {
  for (var i = refreshTokens.length - 1; i >= 0; i--) {
    if (refreshTokens[i] === req.body.refreshToken) {
      refreshTokens.splice(i, 1);
    }
  }
  res.status(204);
  res.end();
});

app.listen(80);
