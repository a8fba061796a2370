const express = require('express');
const store = require('./store');

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  req.token = req.body?.refreshToken;
  next();
});

app.post('/login', (req, res) => {
  store.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!store.has(req.token)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  store.remove(req.token);
  res.sendStatus(204);
});

app.listen(3000);
