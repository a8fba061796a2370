import express, { Request, Response } from 'express';

const app = express();
const refreshTokens: string[] = [];

app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';

  refreshTokens.push(refreshToken);

  res.json({ accessToken, refreshToken });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken } = req.body;

  const exists = refreshTokens.find((t) => t === refreshToken);
  if (!exists) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }

  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const { refreshToken } = req.body;

  const index = refreshTokens.findIndex((t) => t === refreshToken);
  refreshTokens.splice(index, 1); // here

  res.status(204).send();
});

app.listen(3000, () => console.log('listening'));
