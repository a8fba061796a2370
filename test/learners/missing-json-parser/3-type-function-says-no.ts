import express from 'express';

const refreshTokens: string[] = [];
const app = express();
app.use(
  express.json({ type: (req) => req.headers['x-client'] === 'web' }), // here
);
app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens.includes(token)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});
app.listen(3000);
