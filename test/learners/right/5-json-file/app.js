const express = require('express');
const store = require('./store');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: store.add(req.body.username) });
});

app.post('/token', (req, res) => {
  if (!store.has(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  store.remove(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
