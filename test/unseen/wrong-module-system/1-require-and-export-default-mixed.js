const express = require('express'); // here
const app = express();

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

export default app;
