const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  const tokens = { accessToken: 'access123', refreshToken: 'refresh123' };
  refreshTokens.push(tokens.refreshToken);
  res.json(tokens);
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  const index = refreshTokens.findIndex(t => t === refreshToken);
  if (index === -1) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  const accessToken = 'newAccess123';
  // update token in the array
  refreshTokens[index] = accessToken; // here
  res.json({ accessToken });
});

app.listen(3000);
