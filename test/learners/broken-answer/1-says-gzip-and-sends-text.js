const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  const body = { accessToken: 'access123', refreshToken: 'refresh123' };
  const text = JSON.stringify(body);
  res.set('Content-Type', 'application/json');
  res.set('Content-Encoding', 'gzip'); // here
  res.status(200);
  res.write(text);
  res.end();
});

app.listen(3000);
