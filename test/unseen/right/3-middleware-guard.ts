import express, { type NextFunction, type Request, type Response } from 'express';

const app = express();
const refreshTokens: string[] = [];

type TokenBody = { refreshToken?: string };

const onlyKnown = (req: Request<{}, unknown, TokenBody>, res: Response, next: NextFunction) => {
  const token = req.body?.refreshToken;
  if (token && refreshTokens.some((known) => known === token)) return next();
  res.status(403).json({ error: 'Forbidden' });
};

app.use(express.json());

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', onlyKnown, (_req, res) => {
  res.json({ accessToken: 'newAccess123' });
});

const server = app.listen(3000);
process.on('SIGTERM', () => server.close());
