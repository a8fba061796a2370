const express = require('express');

function makeStore() {
  const refreshTokens = [];
  return {
    all: () => [...refreshTokens], // here
    has: (token) => refreshTokens.includes(token),
  };
}

const store = makeStore();
const app = express();

app.post('/login', (req, res) => {
  store.all().push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
