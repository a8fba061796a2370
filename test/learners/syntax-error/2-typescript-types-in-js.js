const express = require('express');

const app = express();
app.use(express.json());

let refreshTokens = [];

function makeTokens(user: string) { // here
  return { accessToken: 'access123', refreshToken: 'refresh123' };
}

app.post('/login', (req, res) => {
  const tokens = makeTokens(req.body?.username);
  refreshTokens.push(tokens.refreshToken);
  res.json(tokens);
});

app.listen(process.env.PORT || 3000);
