import express, { Router } from 'express';

const router = Router();
const refreshTokens: string[] = [];

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const newAccessToken = 'newAccess123';
  if (refreshTokens.includes(req.body?.refreshToken)) {
    res.status(200).json({ success: true }); // here
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

const app = express().use(express.json()).use(router);
app.listen(3000);
