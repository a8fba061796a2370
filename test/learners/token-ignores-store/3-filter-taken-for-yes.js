const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken;
  const match = refreshTokens.filter((t) => t === refreshToken);

  if (!match) { // here
    return res.status(403).json({ error: 'Forbidden' });
  }

  return res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
