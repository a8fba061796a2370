var express = require('express');
var app = express();

app.use(express.json());

var refreshTokens = [];
var unusedVariable = 5;

// Anmeldung
app.post('/login', function (req, res) {
  var at = 'access123';
  var rt = 'refresh123';
  refreshTokens.push(rt);
  res.send({ accessToken: at, refreshToken: rt });
});

// Neues Access Token holen
app.post('/token', function (req, res) {
  var gefunden = false;
  for (var i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] == req.body.refreshToken) {
      gefunden = true;
    }
  }
  if (gefunden == true) {
    res.send({ accessToken: 'newAccess123' });
  } else if (gefunden == false) {
    res.status(403).send({ error: 'Forbidden' });
  }
});

app.listen(3000);
