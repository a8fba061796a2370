const express = require('express');
const app = express();
const port = 3000;

app.use(express.json());

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  res.json({ accessToken: accessToken, refreshToken: refreshToken }; // here
});

app.listen(port, () => {
  console.log(`Server listening on port ${port}`);
});
