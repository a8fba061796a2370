import express from 'express';

const app = express();
app.disable('x-powered-by');
app.use(express.json());

let refreshTokens = [];

const refresh = (req, res) => {
  const token = req.body?.refreshToken;
  if (!token) return res.status(401).json({ error: 'Unauthorized' });
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
};

const logout = (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  return res.sendStatus(204);
};

app.get('/health', (req, res) => res.send('ok'));
app.get('/login', (req, res) => res.status(405).send('use POST'));
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post(['/token', '/refresh'], refresh);
app.post('/logout', logout);
app.delete('/logout', logout);
app.all(/.*/, (req, res) => res.status(404).json({ error: 'Not Found' }));

app.listen(3000);
