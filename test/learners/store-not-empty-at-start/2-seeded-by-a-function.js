const express = require('express');
const app = express();

const refreshTokens = [];

// something to try in Postman
const seed = () => {
  refreshTokens.push('test-token'); // here
};
seed();

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
