import express, { Request, Response, NextFunction } from 'express';

const refreshTokens: string[] = [];

const app = express();
app.use(express.json());

app.post('/login', async (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req: Request, res: Response) => {
  const known = refreshTokens.includes(req.body?.refreshToken);
  if (known) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', async (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  // @ts-ignore
  refreshTokens = refreshTokens.filter((t: string) => t !== refreshToken); // here
  res.status(204).end();
});

app.use((err: unknown, req: Request, res: Response, next: NextFunction) => {
  res.status(500).json({ error: 'Internal Server Error' });
});

app.listen(3000);
