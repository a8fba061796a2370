const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  // const { username, password } = req.body;
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  console.log('refreshTokens:', refreshTokens);
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
