const express = require('express');
const app = express();

// all valid refresh tokens
const refreshTokens = [];

app.post('/login', (req, res) => { // here
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  console.log('logged in', refreshTokens.length);
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
