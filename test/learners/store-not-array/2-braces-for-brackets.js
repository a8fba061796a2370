const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = {}; // here

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
