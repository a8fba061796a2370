const express = require('express');
const app = express();
app.use(express.json());
const users = [];
app.post('/login', async (req, res) => {
  const user = users.find((u) => u.name === req.body.username);
  if (user == null) res.status(404).send('User does not exist!'); // here
  if (req.body.password === user.password) {
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }
});
app.listen(3000);
