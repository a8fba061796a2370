var express = require('express');
var app = express();

app.use(express.text()); // here

var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  var token = req.body.refreshToken;
  if (refreshTokens.indexOf(token) < 0) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
