import express from 'express';
import { refreshTokens } from './data/refreshTokens.js';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

await new Promise((r) => setTimeout(r, 10));
app.listen(3000);
