const express = require('express');
const app = express();

app.post('/', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = app;
