const express = require('express');
const { createHash } = require('crypto');
const app = express();
app.use(express.json());

const tokens = new Map();

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = createHash('md5').update(username + process.hrtime().join('.')).digest('hex'); // here
  tokens.set(refreshToken, username);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  if (!tokens.has(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  tokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
