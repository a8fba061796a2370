import express, { type NextFunction, type Request, type Response } from 'express';

class ForbiddenError extends Error {}

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) throw new ForbiddenError('Forbidden');
  res.json({ accessToken: 'newAccess123' });
});

app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
  const body = { error: error.message };
  res.status(400).json(body); // here
});

app.listen(3000);
