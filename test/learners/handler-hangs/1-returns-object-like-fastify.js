const express = require('express');
const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  return { // here
    accessToken: 'access123',
    refreshToken: 'refresh123',
  };
});

app.listen(3000);
