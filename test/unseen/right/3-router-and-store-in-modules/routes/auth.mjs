import { Router } from 'express';
import { refreshTokens } from '../store.mjs';

export const authRouter = Router();

authRouter.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

authRouter.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  const found = refreshTokens.find((t) => t === refreshToken);
  if (!found) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});
