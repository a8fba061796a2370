import express from 'express';
import { refreshTokens } from './store.mjs';

const app = express();
const router = express.Router();

router.use(express.json());

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

router.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken); // here
  res.sendStatus(204);
});

app.use(router);
app.listen(3000);
