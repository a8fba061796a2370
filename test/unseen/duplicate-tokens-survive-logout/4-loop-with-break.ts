import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  for (let i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] === req.body?.refreshToken) {
      refreshTokens.splice(i, 1); // here
      break;
    }
  }
  res.status(204).end();
});

app.listen(3000);
