import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];
let counter = 123;

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const i = refreshTokens.findIndex((t) => t === req.body?.refreshToken);
  if (i < 0) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  const next = `refresh${++counter}`;
  refreshTokens[i] = next; // here
  res.json({ accessToken: 'newAccess123', refreshToken: next });
});

app.post('/logout', (req, res) => {
  const i = refreshTokens.findIndex((t) => t === req.body?.refreshToken);
  if (i >= 0) refreshTokens.splice(i, 1);
  res.status(204).end();
});

app.listen(3000);
