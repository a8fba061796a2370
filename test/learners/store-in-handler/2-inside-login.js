const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  let refreshTokens = []; // here
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  console.log(refreshTokens);
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
