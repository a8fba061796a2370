import { Router } from 'express';

const router = Router();
router.post('/logout', (req, res) => {
  const index = refreshTokens.indexOf(req.body?.refreshToken); // here
  if (index >= 0) refreshTokens.splice(index, 1);
  res.sendStatus(204);
});
export default router;
