const express = require('express');

const refreshTokens = [];

class TokenStore {
  static add(token) {
    refreshTokens.push(token);
  }
  static has(token) {
    return refreshTokens.includes(token);
  }
  static remove(token) {
    if (!TokenStore.has(token)) return;
    refreshTokens.splice(refreshTokens.indexOf(token)); // here
  }
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  TokenStore.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!TokenStore.has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.post('/logout', (req, res) => {
  TokenStore.remove(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
