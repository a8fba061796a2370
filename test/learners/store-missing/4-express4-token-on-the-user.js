var express = require('express');
var app = express();
app.use(express.json());

var user = { name: 'admin', password: 'admin', refreshToken: null };

app.post('/login', function (req, res) {
  user.refreshToken = 'refresh123';
  res.json({ accessToken: 'access123', refreshToken: user.refreshToken });
});

app.post('/token', function (req, res) {
  if (!user.refreshToken || user.refreshToken !== req.body.refreshToken) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', function (req, res) {
  if (user.refreshToken === req.body.refreshToken) user.refreshToken = null;
  res.sendStatus(204);
});

app.listen(3000);
