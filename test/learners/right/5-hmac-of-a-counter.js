const express = require('express');
const crypto = require('crypto');

// The key is made anew each time the server starts, so nobody can compute the next token.
const key = crypto.randomBytes(32);
let counter = 0;

function nextToken() {
  counter += 1;
  return crypto.createHmac('sha256', key).update(String(counter)).digest('base64url');
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
