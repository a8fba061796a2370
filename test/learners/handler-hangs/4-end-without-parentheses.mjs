import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const ok = refreshTokens.includes(req.body?.refreshToken);
  ok ? res.json({ accessToken: 'newAccess123' }) : res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).end; // here
});

app.listen(3000);
