import express from 'express';

const refreshTokens = [];
const user = {
  name: 'anna',
  tokens: { access: 'access123', refresh: 'refresh123' },
};

const app = express();

app.post('/login', (req, res) => {
  refreshTokens.push(user.tokens.refresh);
  res.json({ accessToken: user.accessToken, refreshToken: user.tokens.refresh }); // here
});

app.listen(3000);
