const express = require('express');
const app = express();
app.use(express.json());

function createTokens(user) {
  return new Promise((resolve) => {
    resolve({ accessToken: 'access123', refreshToken: user.profile.token });
  });
}

app.post('/login', (req, res) => {
  createTokens(req.body)
    .then((tokens) => res.json(tokens))
    .catch(() => {}); // here
});

app.listen(3000);
