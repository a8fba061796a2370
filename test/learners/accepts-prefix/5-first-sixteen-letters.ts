import { randomBytes } from 'node:crypto';
import express, { type Request, type Response } from 'express';

const byKey = new Map<string, string>();
/** Short keys keep the map small. */
const keyOf = (token: string): string => token.substring(0, 16); // here

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const token = randomBytes(32).toString('hex');
  byKey.set(keyOf(token), req.body.username);
  res.json({ accessToken: 'access123', refreshToken: token });
});

app.post('/token', (req: Request, res: Response) => {
  const { refreshToken = '' } = req.body;
  if (!byKey.has(keyOf(refreshToken))) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
  const { refreshToken = '' } = req.body;
  byKey.delete(keyOf(refreshToken));
  res.sendStatus(204);
});

app.listen(3000);
