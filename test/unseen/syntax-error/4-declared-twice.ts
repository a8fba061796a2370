import express, { type Request, type Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens.includes(token)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const token = req.body?.refreshToken;
  const token = refreshTokens.indexOf(req.body?.refreshToken); // here
  if (token !== -1) refreshTokens.splice(token, 1);
  res.sendStatus(204);
});

export default app;
