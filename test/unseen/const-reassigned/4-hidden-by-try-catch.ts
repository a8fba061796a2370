import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  try {
    if (!refreshTokens.includes(req.body.refreshToken)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: 'newAccess123' });
  } catch (e) {
    res.status(400).json({ error: 'Bad request' });
  }
});

app.post('/logout', (req: Request, res: Response) => {
  try {
    // @ts-ignore
    refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken); // here
    res.sendStatus(204);
  } catch (e) {
    res.status(500).json({ error: 'Internal server error' });
  }
});

app.listen(3000);
