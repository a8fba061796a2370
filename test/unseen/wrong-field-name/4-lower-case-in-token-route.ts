import express from 'express';
import type { Request, Response } from 'express';

interface TokenAnswer {
  accesstoken: string;
}

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  const answer: TokenAnswer = { accesstoken: 'newAccess123' }; // here
  res.json(answer);
});

app.post('/logout', (req: Request, res: Response) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).send();
});

app.listen(3000);
