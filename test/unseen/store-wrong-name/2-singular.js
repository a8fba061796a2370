const express = require('express');
const app = express();
app.use(express.json());

const refreshToken = []; // here

app.post('/login', (req, res) => {
  refreshToken.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
