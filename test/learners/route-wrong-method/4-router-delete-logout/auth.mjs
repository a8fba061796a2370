import { Router } from 'express';
import { add, drop, has } from './store.mjs';

const auth = Router();

auth.post('/login', (req, res) => {
  add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

auth.post('/token', (req, res) =>
  has(req.body?.refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' }));

auth.route('/logout').delete((req, res) => { // here
  drop(req.body?.refreshToken);
  res.status(204).end();
});

export default auth;
