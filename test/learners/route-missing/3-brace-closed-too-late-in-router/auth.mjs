import { Router } from 'express';

const refreshTokens = [];
const router = Router();

router.post('/login', async (req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });

  router.post('/token', async (req, res) => { // here
    if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  });
});

export default router;
