const express = require('express');
const app = express();
let refreshTokens = [];
app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens = [refreshToken]; // here
  res.json({ accessToken: 'access123', refreshToken });
});
app.listen(3000);
