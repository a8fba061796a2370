import { Router } from 'express';

const router = Router(); // here
router.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
export default router;
