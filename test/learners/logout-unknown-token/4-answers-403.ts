import express, { Request, Response, NextFunction } from 'express';

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

const requireKnownToken = (req: Request, res: Response, next: NextFunction) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' }); // here
    return;
  }
  res.locals.refreshToken = refreshToken;
  next();
};

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', requireKnownToken, (_req: Request, res: Response) => {
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', requireKnownToken, (_req: Request, res: Response) => {
  refreshTokens = refreshTokens.filter((t) => t !== res.locals.refreshToken);
  res.status(204).end();
});

app.listen(3000);
