import { Router } from 'express';
import { access, readAccess } from './access.mjs';
import * as refresh from './refresh.mjs';

export const router = Router();

router.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: refresh.start(username) });
});

router.post('/token', (req, res) => {
  const renewed = refresh.rotate(req.body?.refreshToken);
  if (!renewed) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: access(renewed.username), refreshToken: renewed.token });
});

router.post('/logout', (req, res) => {
  refresh.end(req.body?.refreshToken);
  res.status(204).end();
});

router.get('/me', (req, res) => {
  const username = readAccess(req.headers.authorization);
  if (!username) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username });
});
