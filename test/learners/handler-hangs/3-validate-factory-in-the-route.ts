import express, { type NextFunction, type Request, type Response } from 'express';

const requireField = (field: string) => (req: Request, res: Response, next: NextFunction) => {
  if (typeof req.body?.[field] !== 'string') {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  next();
};

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', requireField as any, (req: Request, res: Response) => { // here
  if (!refreshTokens.includes(req.body.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
