import { Router } from 'express';
import { refreshTokens } from './db.js';

export const router = Router();

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

router.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  while (refreshTokens.includes(refreshToken) || refreshTokens.length > 0) { // here
    refreshTokens.pop();
  }
  res.sendStatus(204);
});
