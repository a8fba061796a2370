const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  res.send('Login successful!'); // here
});

app.listen(3000);
