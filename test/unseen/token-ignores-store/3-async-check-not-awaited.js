const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

const isValid = async (token) => refreshTokens.includes(token);

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const token = req.body?.refreshToken;
  if (isValid(token)) { // here
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
