const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

async function verify(token) {
  if (!refreshTokens.includes(token)) {
    throw new Error('Forbidden'); // here
  }
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  await verify(req.body.refreshToken);
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
