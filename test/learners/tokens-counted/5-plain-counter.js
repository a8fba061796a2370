const express = require('express');

let counter = 0;

function nextToken() {
  counter += 1;
  return 'refresh' + counter; // here
}

const app = express();
app.use(express.json());
const refreshTokens = new Set();

app.post('/login', (req, res) => {
  const refreshToken = nextToken();
  refreshTokens.add(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.has(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens.delete(req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
