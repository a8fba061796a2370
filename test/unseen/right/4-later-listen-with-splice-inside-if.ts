import express from 'express';

const app = express();
app.use(express.json());

export const refreshTokens: string[] = [];

app.use((req, _res, next) => {
  console.log(`${req.method} ${req.path}`, req.body);
  next();
});

app.post('/login', (req, res) => {
  refreshTokens.unshift('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = (req.body ?? {}) as Record<string, string>;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = (req.body ?? {}) as Record<string, string>;
  if (refreshTokens.includes(refreshToken)) {
    refreshTokens.splice(refreshTokens.indexOf(refreshToken), 1);
  }
  res.sendStatus(204);
});

setTimeout(() => app.listen(3000), 150);
