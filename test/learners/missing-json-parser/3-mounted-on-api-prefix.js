const express = require('express');
const app = express();

app.use('/api', express.json()); // here
app.use((req, res, next) => {
  console.log(new Date().toISOString(), req.method, req.url);
  next();
});

const refreshTokens = [];

app.post('/login', login);
app.post('/token', token);

function login(req, res) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

function token(req, res) {
  const sent = req.body.refreshToken;
  for (let i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] === sent) {
      return res.json({ accessToken: 'newAccess123' });
    }
  }
  res.status(403).json({ error: 'Forbidden' });
}

app.listen(3000);
