const express = require('express');

const app = express();

// the mobile people want everything in small letters
const tidy = (data) =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]), // here
  );

app.post('/login', (req, res) => {
  res.json(tidy({ accessToken: 'access123', refreshToken: 'refresh123' }));
});

app.listen(3000);
