const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const found = refreshTokens.find((t) => t === req.body.refreshToken);
  if (!found) {
    res.status(403).json({ error: 'Forbidden' }); // here
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
