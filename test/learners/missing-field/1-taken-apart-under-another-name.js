const express = require('express');
const app = express();

const issue = () => ({ accessToken: 'access123', token: 'refresh123' });

app.post('/login', (req, res) => {
  const { accessToken, refreshToken } = issue(); // here
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
