import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: any[] = [];

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

app.post('/logout', (req, res) => {
  const refreshToken: any = req.body?.refreshToken;
  refreshTokens.splice(refreshToken, 1); // here
  res.sendStatus(204);
});

app.listen(3000);
