import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const refreshToken = String(req.query.refreshToken); // here
  const index = refreshTokens.indexOf(refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
  res.status(204).end();
});

app.listen(3000);
