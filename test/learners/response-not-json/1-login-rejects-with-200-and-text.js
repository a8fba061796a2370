const express = require('express');
const app = express();
app.use(express.json());
const users = [{ username: 'john', password: 'pw1', role: 'admin' }, { username: 'anna', password: 'pw2', role: 'member' }];
let refreshTokens = [];
app.post('/login', (req, res) => {
  const { username, password } = req.body;
  const user = users.find(u => u.username === username && u.password === password);
  if (user) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  } else {
    res.send('Username or password incorrect'); // here
  }
});
app.listen(3000);
