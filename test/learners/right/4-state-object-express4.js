const express = require('express');
const app = express();

const state = {
  users: [],
  refreshTokens: [],
};

app.use(express.json());

app.post('/login', (req, res) => {
  state.users.push(req.body.username || 'anonymous');
  state.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123', user: 'anonymous' });
});

app.post('/token', (req, res) => {
  if (state.refreshTokens.includes(req.body.refreshToken) === false) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  state.refreshTokens = state.refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.status(204).send();
});

app.listen(3000);
