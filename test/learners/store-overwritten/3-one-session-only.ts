import express from 'express';

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  refreshTokens.length = 0; // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
