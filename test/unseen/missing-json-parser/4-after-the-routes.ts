import express, { type Express } from 'express';

const app: Express = express();
const refreshTokens: string[] = [];

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.indexOf(req.body?.refreshToken);
  if (index > -1) refreshTokens.splice(index, 1);
  res.sendStatus(204);
});

app.use(express.json()); // here
app.listen(3000);
