import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  let { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', (req, res) => {
  let { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((t) => !refreshToken !== t as any); // here
  res.status(204).send();
});

export default app;
