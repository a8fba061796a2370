const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  const body = req.body || {};
  refreshTokens.push(body.refreshToken); // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const body = req.body || {};
  if (!body.refreshToken || !refreshTokens.includes(body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const body = req.body || {};
  refreshTokens = refreshTokens.filter((t) => t !== body.refreshToken);
  res.status(204).send();
});

app.listen(3000);
