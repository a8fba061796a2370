const express = require('express');
const app = express();

app.post('/login', function (req, res) {
  res.set('Content-Type', 'text/html'); // here
  res.end('<h1>Welcome</h1><p>access123</p><p>refresh123</p>');
});

app.listen(3000);
