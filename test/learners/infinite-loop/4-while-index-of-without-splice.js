const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.indexOf(req.body.refreshToken) === -1) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  while (refreshTokens.indexOf(refreshToken) !== -1) { // here
    refreshTokens.filter((t) => t !== refreshToken);
  }
  res.sendStatus(204);
});

app.listen(3000);
