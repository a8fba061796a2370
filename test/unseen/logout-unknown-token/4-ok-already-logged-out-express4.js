var express = require('express');
var app = express();
app.use(express.json());
var refreshTokens = [];

app.post('/login', function (req, res) {
  if (refreshTokens.indexOf('refresh123') === -1) refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) === -1) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', function (req, res) {
  var i = refreshTokens.indexOf(req.body.refreshToken);
  if (i === -1) {
    res.json({ message: 'You are already logged out' }); // here
  } else {
    refreshTokens.splice(i, 1);
    res.status(204).end();
  }
});

app.listen(3000);
