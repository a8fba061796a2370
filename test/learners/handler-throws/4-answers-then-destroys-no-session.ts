import express, { type Request, type Response } from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req: Request, res: Response) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});
app.post('/logout', (req: any, res: Response) => {
  res.sendStatus(204);
  req.session.destroy(); // here
  const index = refreshTokens.indexOf(req.body.refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
});
app.listen(3000);
