const express = require('express');
const app = express();
const refreshTokens = new Set(); // here

app.post('/login', (req, res) => {
  refreshTokens.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
