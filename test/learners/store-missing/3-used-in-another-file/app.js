const express = require('express');
const retire = require('./handlers/retireRefreshToken');
const app = express();
app.use(express.json());
let refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => retire(req, res));
app.listen(3000);
