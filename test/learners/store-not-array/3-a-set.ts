import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens = new Set<string>(); // here

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.has(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.listen(3000);
