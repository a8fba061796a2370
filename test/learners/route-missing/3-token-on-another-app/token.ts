import express from 'express';
import { refreshTokens } from './app';

const app = express(); // here
app.use(express.json());
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});
