import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = ['refresh123']; // here

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123');
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

app.listen(3000);
