import express, { Router } from 'express';

let refreshTokens = [];
const router = Router();

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', ({ body: { refreshToken } = {} }, res) => {
  const known = refreshTokens.some((t) => t === refreshToken);
  return known ? res.status(403).json({ error: 'Forbidden' }) : res.json({ accessToken: 'newAccess123' }); // here
});

router.post('/logout', ({ body: { refreshToken } = {} }, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.sendStatus(204);
});

const app = express();
app.use(express.json(), router);
app.listen(3000);
