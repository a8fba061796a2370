import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  setTimeout(() => {
    refreshTokens.push('refresh123');
    const tokens = undefined;
    res.json({ accessToken: tokens.access, refreshToken: tokens.refresh }); // here
  }, 20);
});

app.listen(3000);
