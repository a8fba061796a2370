import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', (req, res) => {
  const current = refreshTokens[refreshTokens.length - 1]; // here
  refreshTokens = refreshTokens.filter((t) => t !== current);
  res.sendStatus(204);
});

app.listen(3000);
