import express, { Request, Response } from 'express';

const app = express();
const refreshTokens: string[] = [];

app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123', user: { id: 1 } });
});

app.post('/token', (req: Request, res: Response) => {
  if (refreshTokens.indexOf(req.body?.refreshToken) < 0) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.status(201).json({ accessToken: 'newAccess123', expiresIn: '15m' });
});

app.post('/logout', (req: Request, res: Response) => {
  const at = refreshTokens.indexOf(req.body?.refreshToken);
  if (at === -1) {
    res.status(404).json({ error: 'No such token' });
    return;
  }
  refreshTokens.splice(at, 1);
  res.status(204).end();
});

app.listen(3000, () => console.log('🚀'));
