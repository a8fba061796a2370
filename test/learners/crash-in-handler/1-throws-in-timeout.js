const express = require('express');
const app = express();

const users = {};

app.post('/login', (req, res) => {
  setTimeout(() => {
    const name = users.admin.name.toUpperCase(); // here
    console.log('hello', name);
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }, 20);
});

app.listen(3000);
