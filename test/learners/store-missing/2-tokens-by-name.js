const express = require('express');
const app = express();
app.use(express.json());
let activeTokens = {};
app.post('/login', (req, res) => {
  activeTokens[req.body.username] = 'refresh123'; // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
