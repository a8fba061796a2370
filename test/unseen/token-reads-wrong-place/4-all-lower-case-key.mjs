import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshtoken } = req.body ?? {}; // here
  if (!refreshTokens.includes(refreshtoken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {};
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.status(204).end();
});

app.listen(3000);
