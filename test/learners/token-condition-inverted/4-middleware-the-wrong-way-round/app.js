const express = require('express');
const store = require('./store');
const { verify } = require('./verify');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  store.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', verify, (req, res) => {
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  store.refreshTokens = store.refreshTokens.filter((t) => t !== refreshToken);
  res.sendStatus(204);
});

app.listen(3000, () => console.log('ok'));
