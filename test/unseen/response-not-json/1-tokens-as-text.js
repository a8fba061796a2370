const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  res.send('accessToken: ' + accessToken + ', refreshToken: ' + refreshToken); // here
});

app.listen(3000);
