const express = require('express');
const app = express();

app.post('/login/:username', async (req, res) => { // here
  console.log(`login of ${req.params.username}`);
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

module.exports = app;
