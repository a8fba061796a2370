import type { RequestHandler } from 'express';
import type { AccessTokenService } from '../services/AccessTokenService';

export const requireAuth =
  (tokens: AccessTokenService): RequestHandler =>
  (req, res, next) => {
    const [scheme, token] = req.headers.authorization?.split(' ') ?? [];
    if (scheme !== 'Bearer' || !token) {
      res.status(401).json({ error: 'Unauthorized' });
      return;
    }
    try {
      res.locals.username = tokens.verify(token).username;
      next();
    } catch {
      res.status(401).json({ error: 'Unauthorized' }); // here
    }
  };
