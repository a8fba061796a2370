import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  const newTokens = refreshTokens.filter((t) => t !== refreshToken); // here
  console.log(newTokens);
  res.status(204).send();
});

app.listen(3000);
