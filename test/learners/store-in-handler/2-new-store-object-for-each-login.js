const express = require('express');

class Store {
  refreshTokens = [];
}

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  const store = new Store(); // here
  store.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
