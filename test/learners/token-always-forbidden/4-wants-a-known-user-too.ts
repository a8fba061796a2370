import express from 'express';

const users = [{ name: 'john', token: 'none' }];
let refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  const user = users.find((one) => one.token === refreshToken);
  if (!user) {
    res.status(403).json({ error: 'Forbidden' }); // here
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((one) => one !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
