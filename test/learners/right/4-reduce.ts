import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens = refreshTokens.concat(['refresh123']);
  res.status(201).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const token = req.body?.refreshToken as string | undefined;
  if (token && refreshTokens.includes(token)) {
    res.json({ accessToken: 'newAccess123' });
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req: Request, res: Response) => {
  const token = req.body?.refreshToken as string | undefined;
  refreshTokens = refreshTokens.reduce<string[]>((keep, t) => {
    if (t !== token) keep.push(t);
    return keep;
  }, []);
  res.status(204).send();
});

app.listen(3000);
