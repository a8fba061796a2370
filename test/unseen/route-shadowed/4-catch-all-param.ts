import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = (req.body ?? {}) as { refreshToken?: string };
  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/:page', (req, res) => { // here
  res.send(`page ${req.params.page}`);
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
