const express = require('express');
const app = express();

app.get('/login', (req, res) => { // here
  res.json({
    accessToken: 'access123',
    refreshToken: 'refresh123'
  });
});

app.listen(3000, () => {
  console.log('Server running at http://localhost:3000/login');
});
