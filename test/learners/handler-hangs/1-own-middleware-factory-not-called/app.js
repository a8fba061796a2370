const express = require('express');
const cors = require('./middleware/cors');

const app = express();
app.use(express.json());
app.use(cors); // here

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
