import { Router } from 'express';

const router = Router();
let refreshTokens = [];

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const known = refreshTokens.some((t) => t === req.body?.refreshToken);
  if (!known) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

exports.refreshTokens = refreshTokens; // here

export default router;
