import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env['JWT_SECRET'];
if (!secret) throw new Error('JWT_SECRET is not set');

export function signAccessToken(username: string): string {
  return jwt.sign({ sub: username }, secret!, { expiresIn: '15m' });
}

export const authenticate: RequestHandler = (req, res, next) => {
  const header = req.headers.authorization ?? '';
  try {
    if (!header.startsWith('Bearer ')) throw new Error('no bearer token');
    res.locals['username'] = jwt.verify(header.slice(7), secret!).sub;
    next();
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
};
