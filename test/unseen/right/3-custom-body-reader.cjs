const express = require('express');
const app = express();

// I did not know about express.json()
app.use((req, res, next) => {
  let raw = '';
  req.on('data', (chunk) => (raw += chunk));
  req.on('end', () => {
    try {
      req.body = raw ? JSON.parse(raw) : {};
      next();
    } catch (e) {
      res.status(400).json({ error: 'Bad JSON' });
    }
  });
});

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const i = refreshTokens.indexOf(req.body.refreshToken);
  if (i === -1) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.listen(3000);
