const express = require('express');
const store = require('./store');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  store.getAll().push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  if (!store.getAll().includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

module.exports = app;
