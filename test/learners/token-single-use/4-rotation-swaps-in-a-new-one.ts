import express, { Request, Response } from 'express';
import { createServer } from 'http';

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post('/login', (req: Request, res: Response): void => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response): void => {
  const { refreshToken } = req.body as { refreshToken: string };
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  // rotate
  const newRefreshToken = 'newRefresh' + Math.random().toString(36).slice(2);
  refreshTokens = refreshTokens.map((t) => (t === refreshToken ? newRefreshToken : t)); // here
  res.json({ accessToken: 'newAccess123', refreshToken: newRefreshToken });
});

app.post('/logout', (req: Request, res: Response): void => {
  const { refreshToken } = req.body as { refreshToken: string };
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.status(204).send();
});

createServer(app).listen(3000);
