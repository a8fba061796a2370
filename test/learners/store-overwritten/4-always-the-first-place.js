const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];
const cursor = 0;

app.post('/login', (req, res) => {
  refreshTokens[cursor] = 'refresh123'; // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.lastIndexOf(req.body?.refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
  res.sendStatus(204);
});

app.listen(3000);
