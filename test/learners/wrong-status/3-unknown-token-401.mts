import express, { type Request, type Response } from 'express';

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = (req.body ?? {}) as { refreshToken?: string };

  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    return void res.status(401).json({ error: 'Forbidden' }); // here
  }

  res.json({ accessToken: 'newAccess123' });
});

export default app;
