import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

app.post('/login', (req, res) => {
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

app.post('/logout', async (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  await wait(60 * 1000); // here
  res.sendStatus(204);
});

app.listen(3000);
