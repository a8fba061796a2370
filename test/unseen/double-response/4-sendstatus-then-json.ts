import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const refreshToken: string | undefined = req.body?.refreshToken;
  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.sendStatus(204);
  res.json({ message: 'Logged out' }); // here
});

app.listen(3000);
