var express = require('express');
var app = express();
app.use(express.json());
var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  var i;
  for (i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] === req.body.refreshToken) {
      return res.json({ accessToken: 'newAccess123' });
    }
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', function (req, res) {
  for (var token of refreshTokens) {
    if (token === req.body.refreshToken) {
      token = null; // here
    }
  }
  res.status(204).end();
});

app.listen(3000);
