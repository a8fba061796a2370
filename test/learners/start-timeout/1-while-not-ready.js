const express = require('express');
const app = express();

let ready = false;
setTimeout(() => { ready = true; }, 500);

console.log('waiting for database...');
while (!ready) {} // here

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
