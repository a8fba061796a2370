import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  return res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  refreshTokens.push('refresh123'); // here
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
