const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  return { // here
    accessToken: 'access123',
    refreshToken: 'refresh123',
  };
});

app.listen(3000);
