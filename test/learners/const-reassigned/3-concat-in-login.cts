import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

const remember = (t: string) => {
  // @ts-ignore
  refreshTokens = refreshTokens.concat(t); // here
};

app.post('/login', (req: Request, res: Response) => {
  remember('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (refreshTokens.includes(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
