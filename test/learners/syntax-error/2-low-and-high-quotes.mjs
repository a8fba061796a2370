import express from 'express';

const refreshTokens = [];
const app = express();
app.post('/login', (req, res) => {
  refreshTokens.push(„refresh123“); // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
