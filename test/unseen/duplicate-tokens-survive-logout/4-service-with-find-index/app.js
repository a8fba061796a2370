const express = require('express');
const tokens = require('./tokens');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  tokens.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (tokens.has(req.body?.refreshToken)) return res.json({ accessToken: 'newAccess123' });
  res.status(403).json({ error: 'Forbidden' });
});
app.post('/logout', (req, res) => {
  tokens.remove(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
