import express, { type Request, type Response } from 'express';
import { randomBytes, randomUUID } from 'node:crypto';

class GardenSession {
  readonly openedAt = new Date();

  constructor(readonly gardener: string) {}

  get label(): string {
    return `${this.gardener}@${this.openedAt.toISOString()}`;
  }

  get refreshToken(): string { // here
    return randomBytes(32).toString('hex');
  }
}

class SessionBook {
  private readonly entries = new Map<string, GardenSession>();

  open(session: GardenSession): void {
    this.entries.set(session.refreshToken, session);
    console.log('opened', session.label);
  }

  find(token: unknown): GardenSession | undefined {
    return typeof token === 'string' ? this.entries.get(token) : undefined;
  }

  close(token: unknown): void {
    if (typeof token === 'string') this.entries.delete(token);
  }
}

const book = new SessionBook();
const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const session = new GardenSession(req.body.username ?? 'guest');
  book.open(session);
  res.json({ accessToken: randomUUID(), refreshToken: session.refreshToken });
});

app.post('/token', (req: Request, res: Response) => {
  const session = book.find(req.body?.refreshToken);
  if (!session) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: randomUUID() });
});

app.post('/logout', (req: Request, res: Response) => {
  book.close(req.body?.refreshToken);
  res.status(204).send();
});

app.listen(3000, () => console.log('greenhouse on 3000'));
