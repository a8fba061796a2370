import express from 'express';
import { refreshTokens } from './store.mjs';
import logoutRouter from './logout.mjs';

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.use(logoutRouter);
app.listen(3000);
