const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  // speichern
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
