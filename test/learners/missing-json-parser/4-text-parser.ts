import express, { Request, Response } from 'express';

const app = express();
app.use(express.text()); // here

let refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
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
  const refreshToken = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.status(204).send();
});

export default app;
