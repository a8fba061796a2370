const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = Object.create(null); // here

app.post('/login', (req, res) => {
  refreshTokens['refresh123'] = true;
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens[req.body.refreshToken]) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  delete refreshTokens[req.body.refreshToken];
  res.sendStatus(204);
});

app.listen(3000);
