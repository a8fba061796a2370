const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).send({ error: 'Forbidden' });
  res.send({ accessToken: 'newAccess123' });
});
app.post('/lougout', (req, res) => { // here
  for (var i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] == req.body.refreshToken) {
      refreshTokens.splice(i, 1);
      i--;
    }
  }
  res.status(204).end();
});

app.listen(5000);
