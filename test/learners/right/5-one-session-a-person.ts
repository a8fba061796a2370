import express, { Request, Response, NextFunction } from 'express';
import * as crypto from 'node:crypto';

type Username = string;
const currentToken: Record<Username, string> = Object.create(null);

const app = express();
app.use(express.json());

function requireToken(req: Request, res: Response, next: NextFunction): void {
  const token: unknown = req.body?.refreshToken;
  const owner = Object.keys(currentToken).find((name) => currentToken[name] === token);
  if (!owner) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.locals.owner = owner;
  next();
}

app.post('/login', (req: Request, res: Response) => {
  const refreshToken = crypto.randomBytes(40).toString('hex');
  // logging in on the phone logs the laptop out, that's ok
  currentToken[req.body.username] = refreshToken;
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', requireToken, (_req, res: Response) => {
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  for (const name of Object.keys(currentToken)) {
    if (currentToken[name] === req.body?.refreshToken) delete currentToken[name];
  }
  res.sendStatus(204);
});

app.listen(3000);
