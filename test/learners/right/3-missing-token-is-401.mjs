import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.status(201).json({ accessToken: 'access123', refreshToken: 'refresh123', expiresIn: '15m' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (refreshToken == null) return res.sendStatus(401);
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.status(201).json({ accessToken: 'newAccess123', expiresIn: '15m' });
});

app.listen(4000);
