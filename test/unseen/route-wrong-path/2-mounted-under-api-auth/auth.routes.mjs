import { Router } from 'express';

const refreshTokens = [];
const router = Router();

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

export default router;
