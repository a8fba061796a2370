const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const accesToken = 'access123';
  const refreshToken = 'refresh123';
  res.json({ accessToken, refreshToken }); // here
});

app.listen(3000, () => console.log('Server running'));
