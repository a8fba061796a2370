import express, { type Request, type Response, type RequestHandler } from 'express';

const refreshTokens: string[] = [];

const login: RequestHandler = (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

const renew = (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
};

const logout = (req: Request, res: Response) => {
  const refreshToken: string = req.body?.refreshToken;
  // remove all of them, could be there twice
  while (refreshTokens.includes(refreshToken)) { // here
    refreshTokens.filter((t) => t !== refreshToken);
  }
  return res.status(204).end();
};

const app = express();
app.use(express.json());
app.post('/login', login);
app.post('/token', renew);
app.post('/logout', logout);
app.listen(3000);
