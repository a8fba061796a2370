import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

const findToken = (token: string) =>
  new Promise<boolean>((resolve, reject) => {
    const found = refreshTokens.includes(token);
    if (!found) {
      resolve(false);
    }
  }); // here

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (!(await findToken(refreshToken))) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
