import express from 'express';
import { refreshTokens, setRefreshTokens } from './db.mts';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const ok = refreshTokens.includes(req.body?.refreshToken);
  res.status(ok ? 200 : 403).json(ok ? { accessToken: 'newAccess123' } : { error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  setRefreshTokens(refreshTokens.filter((t) => t !== req.body?.refreshToken));
  res.status(204).end();
});

app.listen(3000);
