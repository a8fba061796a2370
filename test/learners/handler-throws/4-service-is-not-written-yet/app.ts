import express, { NextFunction, Request, Response } from 'express';
import { TokenService } from './services/token.service';

const app = express();
const service = new TokenService();

app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
  res.json(service.login());
});

app.post('/token', (req: Request, res: Response) => {
  const token: string | undefined = req.body?.refreshToken;
  if (!token || !service.isValid(token)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req: Request, res: Response, next: NextFunction) => {
  try {
    await service.revoke(req.body?.refreshToken);
    res.sendStatus(204);
  } catch (error) {
    next(error);
  }
});

app.use((err: Error, _req: Request, res: Response, _next: NextFunction) => {
  res.status(500).json({ error: err.message });
});

app.listen(3000);
