import express from 'express';
import { refreshTokens, setRefreshTokens } from './store.mjs';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  setRefreshTokens([...refreshTokens, 'refresh123']);
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  setRefreshTokens(refreshTokens.filter((t) => t !== refreshToken));
  res.status(204).end();
});

app.listen(3000);
