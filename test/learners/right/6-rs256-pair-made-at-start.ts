import { generateKeyPairSync, randomBytes } from 'node:crypto';
import express, { NextFunction, Request, Response } from 'express';
import jwt, { JwtPayload } from 'jsonwebtoken';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Login {
  refreshToken: string;
  username: string;
}

let logins: Login[] = [];

const sign = (username: string): string =>
  jwt.sign({ sub: username }, privateKey, { algorithm: 'RS256', expiresIn: '1h' });

function auth(req: Request, res: Response, next: NextFunction): void {
  const match = /^Bearer (.+)$/i.exec(req.header('authorization') ?? '');
  if (!match) {
    res.status(401).json({ error: 'no token' });
    return;
  }
  try {
    const payload = jwt.verify(match[1]!, publicKey, { algorithms: ['RS256'] }) as JwtPayload;
    res.locals.username = payload.sub;
  } catch (e) {
    res.status(401).json({ error: (e as Error).message });
    return;
  }
  next();
}

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const username: string = req.body.username;
  const refreshToken = randomBytes(32).toString('hex');
  logins.push({ refreshToken, username });
  res.json({ accessToken: sign(username), refreshToken });
});

app.post('/token', (req: Request, res: Response) => {
  const login = logins.find((l) => l.refreshToken === req.body.refreshToken);
  if (!login) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: sign(login.username) });
});

app.post('/logout', (req: Request, res: Response) => {
  logins = logins.filter((l) => l.refreshToken !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', auth, (_req: Request, res: Response) => {
  res.json({ username: res.locals.username });
});

app.listen(3000);
