import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  const accessToken = 'access123';
  const refreshtoken = 'refresh123';
  refreshTokens.push(refreshtoken);
  res.json({ accessToken, refreshtoken }); // here
});

app.listen(3000);
