const express = require('express');
const app = express();
let refreshTokens = [];

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  refreshTokens.push(accessToken); // here
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
