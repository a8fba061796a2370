import express from 'express';
const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.query; // here
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  for (let i = refreshTokens.length - 1; i >= 0; i--) {
    if (refreshTokens[i] === refreshToken) refreshTokens.splice(i, 1);
  }
  res.status(204).send();
});

app.listen(3000);
