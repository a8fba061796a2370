const express = require('express');
const app = express();

// homemade json parser, just to learn how it works
app.use((req, res, next) => {
  let data = '';
  req.setEncoding('utf8');
  req.on('data', (chunk) => { data += chunk; });
  req.on('end', () => {
    try {
      req.body = data ? JSON.parse(data) : {};
      next();
    } catch (e) {
      res.status(400).json({ error: 'Invalid JSON' });
    }
  });
});

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.find((t) => t === req.body.refreshToken) === undefined) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
