import { Router } from 'express';
import { verifyAccess } from './jwt.mjs';

export const profile = Router();

profile.get('/me', (req, res) => {
  const [, token] = /^bearer (.+)$/i.exec(req.get('authorization') ?? '') ?? [];
  try {
    const { username } = verifyAccess(token);
    res.json({ username });
  } catch {
    res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  }
});
