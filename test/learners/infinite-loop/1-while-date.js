const express = require('express');
const app = express();

function wait(ms) {
  const end = Date.now() + ms;
  while (Date.now() !== end + 0.5) {} // here
}

app.post('/login', (req, res) => {
  wait(200); // slow down brute force
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
