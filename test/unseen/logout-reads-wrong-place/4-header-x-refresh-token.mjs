import express from 'express';

const app = express().use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req, res) => {
  const token = req.get('x-refresh-token'); // here
  refreshTokens = refreshTokens.filter((t) => t !== token);
  res.sendStatus(204);
});

app.listen(3000);
