const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
app.post('/login', async (req, res) => {
  await sleep(3700); // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
