const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  const user = req.body?.username || 'guest';
  console.log('login', user);
  refreshTokens.push('refresh123');
  res.json({ user, accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { accessToken } = req.body ?? {}; // here
  const isInList = refreshTokens.some(function (t) { return t == accessToken });
  if (isInList == false) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.listen(3000);
