import express from 'express';
import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';

// The refresh token is a signed JWT. Only its id is kept: an id alone cannot be turned into a token.
const activeIds = new Set<string>();

const accessSecret = process.env.ACCESS_TOKEN_SECRET ?? '';
const refreshSecret = process.env.REFRESH_TOKEN_SECRET ?? '';

type RefreshClaims = { sub: string; jti: string };

function readRefresh(token: string): RefreshClaims | null {
  try {
    const claims = jwt.verify(token, refreshSecret, { algorithms: ['HS256'] }) as RefreshClaims;
    return activeIds.has(claims.jti) ? claims : null;
  } catch {
    return null;
  }
}

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const { username } = req.body as { username: string };
  const jti = randomUUID() + randomUUID();
  activeIds.add(jti);
  res.json({
    accessToken: jwt.sign({}, accessSecret, { subject: username, expiresIn: '15m' }),
    refreshToken: jwt.sign({}, refreshSecret, { subject: username, jwtid: jti, expiresIn: '7d' }),
  });
});

app.post('/token', (req: Request, res: Response) => {
  const claims = readRefresh(req.body?.refreshToken);
  if (!claims) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: jwt.sign({}, accessSecret, { subject: claims.sub, expiresIn: '15m' }) });
});

app.post('/logout', (req: Request, res: Response) => {
  const claims = readRefresh(req.body?.refreshToken);
  if (claims) activeIds.delete(claims.jti);
  res.sendStatus(204);
});

app.get('/me', (req: Request, res: Response) => {
  const token = req.headers.authorization?.split('Bearer ')[1] ?? '';
  try {
    const { sub } = jwt.verify(token, accessSecret, { algorithms: ['HS256'] });
    res.json({ username: sub });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(8080);
