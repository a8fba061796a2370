const express = require('express');
const app = express();
let ready = false;

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000, () => {
  ready = true;
});

// wait until the server is up
while (!ready) { // here
}
console.log('ready');
