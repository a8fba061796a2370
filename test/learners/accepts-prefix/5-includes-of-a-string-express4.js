const express = require('express');
const crypto = require('crypto');
const app = express();
app.use(express.json());

// all tokens in one string, separated by commas
let refreshTokens = '';

app.post('/login', (req, res) => {
  const token = crypto.randomBytes(24).toString('hex');
  refreshTokens += token + ',';
  res.json({ accessToken: 'access123', refreshToken: token });
});

app.post('/token', (req, res) => {
  const token = req.body.refreshToken;
  if (!token || !refreshTokens.includes(token)) { // here
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const token = req.body.refreshToken;
  refreshTokens = refreshTokens.split(',').filter(t => t !== token).join(',');
  res.sendStatus(204);
});

app.listen(3000);
