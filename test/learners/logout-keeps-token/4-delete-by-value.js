var express = require('express');
var app = express();
app.use(express.json());
var refreshTokens = [];

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  var rt = req.body.refreshToken;
  if (refreshTokens.indexOf(rt) != -1) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', function (req, res) {
  var rt = req.body.refreshToken;
  delete refreshTokens[rt]; // here
  res.status(204).end();
});

app.listen(3000);
