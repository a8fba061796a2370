var express = require('express');
var app = express();
var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.setHeader('Content-Type', 'application/json');
  res.write(JSON.stringify({ accessToken: 'access123', refreshToken: 'refresh123' })); // here
});

app.listen(3000);
