const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  res.json({ accessToken: accessToken, refreshToken: refreshToken }); // here
});

app.listen(3000);
