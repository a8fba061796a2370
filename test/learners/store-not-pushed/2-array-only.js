const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => { // here
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
