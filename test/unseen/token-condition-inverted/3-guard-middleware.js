const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

function mustBeKnown(req, res, next) {
  const found = refreshTokens.find((t) => t == req.body.refreshToken);
  if (found === undefined) { // here
    next();
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', mustBeKnown, (req, res) => {
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
