import express, { Request, Response } from 'express';

interface StoredToken {
  token: string;
  user: string;
  createdAt: Date;
}

const refreshTokens: StoredToken[] = [];

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const token = 'refresh123';
  refreshTokens.push({ token, user: req.body?.username ?? 'guest', createdAt: new Date() }); // here
  res.json({ accessToken: 'access123', refreshToken: token });
});

app.post('/token', (req: Request, res: Response) => {
  const entry = refreshTokens.find((t) => t.token === req.body?.refreshToken);
  if (!entry) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
