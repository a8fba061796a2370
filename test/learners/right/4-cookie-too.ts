import express, { CookieOptions, Request, Response } from 'express';

const cookieOptions: CookieOptions = { httpOnly: true, sameSite: 'strict', secure: true };

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post('/login', (_req: Request, res: Response) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.cookie('refreshToken', refreshToken, cookieOptions);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', (req: Request, res: Response) => {
  const refreshToken: unknown = req.body?.refreshToken;
  const allowed = refreshTokens.some((t) => t === refreshToken);
  if (!allowed) {
    res.clearCookie('refreshToken', cookieOptions);
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const refreshToken: unknown = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.clearCookie('refreshToken', cookieOptions).status(204).end();
});

export default app;
