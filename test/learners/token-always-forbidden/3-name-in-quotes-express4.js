const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.status(200).send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshToken;
  console.log('token: ' + refreshToken);
  if (!refreshTokens.includes('refreshToken')) { // here
    return res.status(403).send({ error: 'Forbidden' });
  }
  return res.status(200).send({ accessToken: 'newAccess123' });
});

app.listen(9000);
