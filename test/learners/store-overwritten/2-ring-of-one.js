const express = require('express');
const app = express();
const refreshTokens = [];

const ring = {
  size: 1,
  put(token) {
    if (refreshTokens.length >= ring.size) refreshTokens.shift(); // here
    refreshTokens.push(token);
  },
};

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  ring.put(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
