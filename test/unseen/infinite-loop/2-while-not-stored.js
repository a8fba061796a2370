const express = require('express');
const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  let saved = false;
  refreshTokens.push(refreshToken);
  while (!saved) { // here
    if (refreshTokens.includes(refreshToken)) {
      console.log('saved');
    }
  }
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
