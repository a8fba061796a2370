const express = require('express');
const app = express();

const refreshTokens = [];

function addToken(list, token) {
  list = [...list, token]; // here
}

app.post('/login', (req, res) => {
  addToken(refreshTokens, 'refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
