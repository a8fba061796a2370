import express, { type Request, type Response } from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req: Request, res: Response) => {
  try {
    (refreshTokens as any).remove(req.body.refreshToken);
    res.sendStatus(204);
  } catch {} // here
});

app.listen(3000);
