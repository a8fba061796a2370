import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens: Record<string, boolean> = {}; // here

app.post('/login', (req, res) => {
  refreshTokens['refresh123'] = true;
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens[token]) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
