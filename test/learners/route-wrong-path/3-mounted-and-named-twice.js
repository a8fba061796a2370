const express = require('express');

const app = express();
const tokenRouter = express.Router();
const refreshTokens = [];

app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

tokenRouter.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.use('/token', tokenRouter); // here

app.listen(3000);
