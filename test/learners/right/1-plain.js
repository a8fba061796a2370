const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000, () => {
  console.log('Server is running on http://localhost:3000');
});
