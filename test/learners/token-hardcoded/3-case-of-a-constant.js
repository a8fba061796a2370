const express = require('express');
const app = express();
app.use(express.json());

const REFRESH = 'refresh123';
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push(REFRESH);
  res.json({ accessToken: 'access123', refreshToken: REFRESH });
});

app.post('/token', (req, res) => {
  switch (req.body?.refreshToken) {
    case REFRESH: // here
      res.json({ accessToken: 'newAccess123' });
      break;
    default:
      res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
