const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

const rand = () => Math.random().toString(36).slice(2); // here
const generateToken = () => rand() + rand() + Date.now().toString(36);

app.post('/login', (req, res) => {
  const refreshToken = generateToken();
  refreshTokens.push(refreshToken);
  return res.status(200).json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.status(200).json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  return res.sendStatus(204);
});

app.listen(3000);
