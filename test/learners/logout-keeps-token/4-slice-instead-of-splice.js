const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const index = refreshTokens.indexOf(refreshToken);
  if (index === -1) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const index = refreshTokens.indexOf(refreshToken);
  if (index !== -1) {
    refreshTokens.slice(index, 1); // here
  }
  return res.status(204).send();
});

app.listen(3000, () => console.log('Auth server listening'));
