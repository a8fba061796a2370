const express = require('express');
const app = express();

const send = (res, data) => {
  const text = JSON.stringify(data);
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', text.length); // here
  res.end(text);
};

app.post('/login', (req, res) => {
  send(res, { accessToken: 'access123', refreshToken: 'refresh123', welcome: 'Schön, dass du da bist' });
});

app.listen(3000);
