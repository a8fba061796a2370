const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.post('/logout', (req, res) => {
  const token = req.body.refreshToken;
  const result = refreshTokens.filter(saved => saved !== token);
  const leng = refreshTokens.length;
  refreshTokens.splice(0, leng, result); // here
  res.sendStatus(204);
});
app.listen(3000);
