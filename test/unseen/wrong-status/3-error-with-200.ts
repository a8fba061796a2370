import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.some((t) => t === req.body?.refreshToken)) {
    res.json({ error: 'Forbidden' }); // here
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
