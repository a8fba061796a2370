const express = require('express');
const app = express();

function wait(seconds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {} // here
}

app.post('/login', (req, res) => {
  wait(200); // slow down brute force
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
