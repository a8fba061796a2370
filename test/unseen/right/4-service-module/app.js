const express = require('express');
const tokenService = require('./services/tokenService');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const tokens = tokenService.issue();
  res.json(tokens);
});

app.post('/token', (req, res) => {
  const accessToken = tokenService.renew(req.body?.refreshToken);
  if (!accessToken) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken });
});

app.post('/logout', (req, res) => {
  tokenService.forget(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
