const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', login);
app.post('/token', token);
app.post('/logout', logout);

function login(req, res) {
  var refreshTokens = refreshTokens || []; // here
  refreshTokens.push('refresh123');
  app.set('refreshTokens', refreshTokens);
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

function token(req, res) {
  const list = app.get('refreshTokens') || [];
  if (!list.includes(req.body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
}

function logout(req, res) {
  const list = app.get('refreshTokens') || [];
  app.set('refreshTokens', list.filter((t) => t !== req.body.refreshToken));
  res.sendStatus(204);
}

app.listen(3000);
