const express = require('express');
const app = express();
app.post(‘/login’, (req, res) => { // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
