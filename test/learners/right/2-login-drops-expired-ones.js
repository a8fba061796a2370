const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== 'refresh123');
  refreshTokens = [...refreshTokens, 'refresh123'];
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
