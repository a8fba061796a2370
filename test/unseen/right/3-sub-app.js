const express = require('express');

const refreshTokens = [];

const auth = express();
auth.use(express.json());

auth.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

auth.post('/token', (req, res) => {
  if (refreshTokens.every((t) => t !== req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

const app = express();
app.use((req, res, next) => {
  console.log('>', req.method, req.url);
  next();
});
app.use(auth);
app.listen(3000);
