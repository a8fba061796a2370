import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  refreshTokens.includes(req.body?.refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const before = refreshTokens.length;
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  const removed = before - refreshTokens.length;
  res.status(removed > 0 ? 204 : 400).end(); // here
});

app.listen(3000);
