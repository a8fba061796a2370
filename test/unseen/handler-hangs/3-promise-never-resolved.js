const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

function findToken(token) {
  return new Promise((resolve, reject) => { // here
    const known = refreshTokens.includes(token);
    return known;
  });
}

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const known = await findToken(req.body.refreshToken);
  if (!known) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
