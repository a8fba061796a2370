import express, { type Request, type Response } from 'express';

const store = { refreshTokens: [] as string[] };

class LogoutController {
  private refreshTokens = store.refreshTokens;

  handle = (req: Request, res: Response): void => {
    this.refreshTokens = this.refreshTokens.filter((one) => one !== req.body?.refreshToken); // here
    res.sendStatus(204);
  };
}

const app = express();
app.use(express.json());
app.post('/login', (_req, res) => {
  store.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (store.refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});
app.post('/logout', new LogoutController().handle);
app.listen(3000);
