import express = require('express');

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.route('/login').post((req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.route('/token').post((req, res) => {
  const isValid = refreshTokens.includes; // here
  if (!isValid) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

export = app;
