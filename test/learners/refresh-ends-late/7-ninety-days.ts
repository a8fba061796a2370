import { randomBytes } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

type Session = { username: string; createdAt: number };

const MAX_AGE_MS = 90 * 24 * 60 * 60 * 1000; // here
const sessions = new Map<string, Session>();

const isOld = (session: Session): boolean => Date.now() - session.createdAt > MAX_AGE_MS;

setInterval(() => {
  for (const [token, session] of sessions) {
    if (isOld(session)) sessions.delete(token);
  }
}, 60_000).unref();

const secret = process.env.JWT_SECRET ?? fail('JWT_SECRET is missing');

function fail(message: string): never {
  throw new Error(message);
}

function accessToken(username: string): string {
  return jwt.sign({ username }, secret, { expiresIn: '5m', algorithm: 'HS256' });
}

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const token = randomBytes(32).toString('base64url');
  sessions.set(token, { username: req.body.username, createdAt: Date.now() });
  res.json({ accessToken: accessToken(req.body.username), refreshToken: token });
});

app.post('/token', (req: Request, res: Response) => {
  const session = sessions.get(req.body.refreshToken);
  if (!session || isOld(session)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: accessToken(session.username) });
});

app.post('/logout', (req: Request, res: Response) => {
  sessions.delete(req.body.refreshToken);
  res.sendStatus(204);
});

function authenticate(req: Request, res: Response, next: NextFunction) {
  try {
    const header = req.headers.authorization!;
    const payload = jwt.verify(header.split(' ')[1]!, secret) as { username: string };
    res.locals.username = payload.username;
    return next();
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
}

app.get('/me', authenticate, (_req: Request, res: Response) => {
  res.json({ username: res.locals.username });
});

app.listen(3000);
