const express = require('express');
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  console.log(`${req.user.name} ${req.method} ${req.url}`); // here
  next();
});
app.post('/login', (req, res) => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }));
app.listen(3000);
