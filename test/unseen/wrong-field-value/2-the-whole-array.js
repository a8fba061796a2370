const express = require('express');
const app = express();

const refreshTokens = [];

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) {
    refreshTokens.push('refresh123');
  }
  res.json({ accessToken: 'access123', refreshToken: refreshTokens }); // here
});

app.listen(3000);
