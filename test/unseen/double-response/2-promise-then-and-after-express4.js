var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

function save(token) {
  refreshTokens.push(token);
  return Promise.resolve(token);
}

app.post('/login', function (req, res) {
  save('refresh123').then(function (token) {
    try {
      res.json({ accessToken: 'access123', refreshToken: token }); // here
    } catch (e) {
      console.log('could not answer:', e.message);
    }
  });
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
