import express, { Request, Response } from 'express';
import * as store from './services/store';

const app = express();
app.use(express.json());

type TokenBody = { refreshToken?: string };

app.post('/login', (_req: Request, res: Response) => {
  store.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request<object, object, TokenBody>, res: Response) => {
  const token = req.body?.refreshToken ?? '';
  if (store.isRevoked(token)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
