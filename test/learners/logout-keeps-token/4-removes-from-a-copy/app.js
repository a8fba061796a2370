const express = require('express');
const { getTokens, addToken } = require('./store');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  addToken('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (getTokens().includes(refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  const tokens = getTokens();
  const index = tokens.indexOf(refreshToken);
  if (index !== -1) {
    tokens.splice(index, 1); // here
  }
  res.sendStatus(204);
});

app.listen(3000);
