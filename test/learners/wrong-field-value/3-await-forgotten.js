const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

async function generateAccessToken(kind) {
  // pretend to sign something
  await Promise.resolve();
  return kind === 'new' ? 'newAccess123' : 'access123';
}

app.post('/login', async (req, res) => {
  const accessToken = await generateAccessToken('first');
  refreshTokens.push('refresh123');
  res.json({ accessToken, refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  const accessToken = generateAccessToken('new'); // here
  res.json({ accessToken });
});

app.listen(3000);
