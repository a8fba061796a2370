const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'NewAccess123 ' }); // here
});

app.post('/logout', (req, res) => {
  const idx = refreshTokens.findIndex((t) => t === req.body.refreshToken);
  if (idx >= 0) refreshTokens.splice(idx, 1);
  res.sendStatus(204);
});

app.listen(3000);
