import express, { Request, Response } from 'express';

const app = express();
const PORT = process.env.PORT ?? 3000;
let refreshTokens: string[] = [];

app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body || {};
  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
});

// TODO: logout

app.listen(PORT);
