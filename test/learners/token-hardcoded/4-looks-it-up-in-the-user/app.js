const express = require('express');
const users = require('./users');

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  const user = users[0];
  refreshTokens.push(user.refreshToken);
  res.json({ accessToken: user.accessToken, refreshToken: user.refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  const user = users.find((u) => u.refreshToken === refreshToken); // here
  if (!user) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
