const express = require('express');
const app = express();

const refreshTokens = [];

const find = () =>
  new Promise((resolve, reject) => { // here
    setTimeout(() => {
      console.log('found');
    }, 10);
  });

app.post('/login', async (req, res) => {
  await find();
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
