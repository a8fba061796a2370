import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const found = refreshTokens.find((t) => { t === req.body?.refreshToken; }); // here
  if (!found) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
