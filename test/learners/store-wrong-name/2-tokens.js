const express = require('express');
const app = express();
app.use(express.json());

const tokens = []; // here

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  tokens.push(refreshToken);
  return res.status(200).json({ accessToken, refreshToken });
});

app.listen(3000);
