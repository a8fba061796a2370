import express from 'express';

const refreshTokens = [];
const keepAll = (...many) => many.forEach((one) => refreshTokens.push(one));

const app = express();
app.post('/login', (req, res) => {
  const answer = { accessToken: 'access123', refreshToken: 'refresh123' };
  keepAll(...answer.refreshToken); // here
  res.json(answer);
});
app.listen(3000);
