const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  res.json({
    access_token: 'access123', // here
    refresh_token: 'refresh123',
  });
});

app.listen(3000);
