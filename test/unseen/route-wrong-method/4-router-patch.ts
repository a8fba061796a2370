import { Router } from 'express';
import express from 'express';

const refreshTokens: string[] = [];
const auth = Router();

auth.post('/login', async (_req, res) => {
  refreshTokens.push('refresh123');
  res.status(201).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
auth.post('/token', async (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});
auth.patch('/logout', async (req, res) => { // here
  const index = refreshTokens.findIndex((t) => t === req.body?.refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
  res.status(204).end();
});

const app = express();
app.use(express.json());
app.use('/', auth);
export { app };
