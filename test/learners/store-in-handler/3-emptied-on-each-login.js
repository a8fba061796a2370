const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const refreshTokens = []; // here
  refreshTokens.push('refresh123');
  req.app.set('tokens', refreshTokens.length);
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!req.app.get('tokens')) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.listen(3000);
