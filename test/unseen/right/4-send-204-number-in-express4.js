const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    res.status(403).send({ error: 'Forbidden' });
  } else {
    res.send({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.send(204);
});

app.listen(3000);
