const express = require('express');
const readToken = require('./readToken');

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens = [...refreshTokens, 'refresh123'];
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const token = readToken(req);
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const token = readToken(req);
  refreshTokens = refreshTokens.filter((t) => t !== token);
  return res.status(204).send();
});

// error handler
app.use((err, req, res, next) => {
  console.error(err.message);
  res.status(500).json({ error: 'Internal Server Error' });
});

app.listen(3000);
