import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const ok = refreshTokens.includes(req.body?.refreshToken);
  if (!ok) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req, res) => {
  const position = refreshTokens.findIndex((t) => t === req.body?.refreshToken);
  const removed = refreshTokens.splice(position, 1); // here
  console.log('removed', removed);
  res.sendStatus(204);
});

app.listen(3000);
