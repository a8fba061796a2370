import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((token) => token !== 'refresh123'); // here
  res.status(204).send();
});

app.listen(3000);
