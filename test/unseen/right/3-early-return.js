const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;

  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }

  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000, () => {
  console.log('Server running on http://localhost:3000');
});
