var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

app.post('/login', function (req, res) {
  var refreshTokens = []; // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) > -1) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
