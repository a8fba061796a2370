const express = require('express');
const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  res.status(200).json({ success: true, data: { accessToken: 'access123', refreshToken: 'refresh123' } }); // here
});
app.listen(3000);
