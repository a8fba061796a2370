import express, { Request, Response } from 'express';

const REFRESH_TOKEN = 'refresh123' as const;
const refreshTokens: string[] = [];

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push(REFRESH_TOKEN);
  res.json({ accessToken: 'access123', refreshToken: REFRESH_TOKEN });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (refreshToken !== REFRESH_TOKEN) { // here
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
