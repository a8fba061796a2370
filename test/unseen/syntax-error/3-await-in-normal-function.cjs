const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

async function isKnown(token) {
  return refreshTokens.includes(token);
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const ok = await isKnown(refreshToken); // here
  if (!ok) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(process.env.PORT || 3000);
