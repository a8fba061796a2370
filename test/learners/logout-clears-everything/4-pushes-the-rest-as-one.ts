import express from 'express';

const refreshTokens: any[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});
app.post('/logout', (req, res) => {
  const rest = refreshTokens.filter((one) => one !== req.body?.refreshToken);
  refreshTokens.length = 0;
  refreshTokens.push(rest); // here
  res.sendStatus(204);
});
app.listen(3000);
