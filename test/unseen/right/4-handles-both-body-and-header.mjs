import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens = [];

const tokenFrom = (req) => req.body?.refreshToken ?? req.get('x-refresh-token') ?? req.query.refreshToken;

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = tokenFrom(req);
  if (!refreshToken) return res.status(400).json({ error: 'refreshToken missing' });
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== tokenFrom(req));
  res.status(204).end();
});

export { app };
