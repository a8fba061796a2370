import express from 'express';

const refreshTokens: unknown[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const allowed = refreshTokens.includes({ refreshToken }); // here
  if (allowed) {
    res.json({ accessToken: 'newAccess123' });
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
