const express = require('express');

const { ACCESS_TOKEN_SECRET } = process.env;

const app = express();
app.use(express.json());

let refreshTokens = [];

if (!ACCESS_TOKEN_SECRET) {
  console.log('please set ACCESS_TOKEN_SECRET');
  process.exit(1); // here
}

const router = express.Router();

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens.includes(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' });
});

app.use('/', router);
app.listen(3000);
