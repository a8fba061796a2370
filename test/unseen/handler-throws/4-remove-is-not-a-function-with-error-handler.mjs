import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const ok = refreshTokens.includes(req.body?.refreshToken);
  return ok ? res.json({ accessToken: 'newAccess123' }) : res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  refreshTokens.remove(req.body?.refreshToken); // here
  res.sendStatus(204);
});

app.use((err, req, res, next) => {
  res.status(500).json({ error: 'Something went wrong' });
});

app.listen(3000);
