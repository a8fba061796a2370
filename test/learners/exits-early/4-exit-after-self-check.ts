import express from 'express';
import type { Request, Response } from 'express';

let refreshTokens: Array<string> = [];
const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response): void => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response): void => {
  const ok = refreshTokens.includes(req.body?.refreshToken);
  if (!ok) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response): void => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).end();
});

function selfCheck(): number {
  if (refreshTokens.length !== 0) {
    console.log('store must be empty');
    return 1;
  }
  return 0;
}

process.exit(selfCheck()); // here

export default app;
