const express = require('express');
const app = express();
const PORT = 3000;

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123';
  res.json({ accessToken: 'access123' }); // here
});

app.listen(PORT, () => console.log(`Server on ${PORT}`));
