import express from 'express';
import { add, has, remove } from './store';

export const authApp = express();

authApp.use(express.json());

authApp.post('/login', (_req, res) => {
  add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

authApp.post('/token', (req, res) => {
  if (has(req.body?.refreshToken)) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

authApp.post('/logout', (req, res) => {
  remove(req.body?.refreshToken);
  res.status(204).send();
});
