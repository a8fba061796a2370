const express = require('express');
const app = express();

app.use(express.json());

let refreshTokens = [];

function getToken(req) {
  const header = req.headers.authorization;
  if (!header) return null;
  return header.split(' ')[1]; // here
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const token = getToken(req);
  refreshTokens = refreshTokens.filter((t) => t !== token);
  res.status(204).end();
});

app.listen(3000);
