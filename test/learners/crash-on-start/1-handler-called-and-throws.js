const express = require('express');
const app = express();
const login = (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};
app.post('/login', login()); // here
app.listen(3000);
