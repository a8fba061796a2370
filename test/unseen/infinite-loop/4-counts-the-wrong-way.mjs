import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const token = req.body?.refreshToken;
  for (let i = refreshTokens.length - 1; i < refreshTokens.length; i--) { // here
    if (refreshTokens[i] === token) refreshTokens.splice(i, 1);
  }
  res.sendStatus(204);
});

app.listen(3000);
