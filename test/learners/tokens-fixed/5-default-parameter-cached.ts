import express from 'express';
import { createHash, randomBytes } from 'crypto';

// generated per process
const SEED = randomBytes(32);

class Tokens {
  private readonly valid: Set<string> = new Set();

  create(): string {
    const token = createHash('sha256').update(SEED).digest('hex'); // here
    this.valid.add(token);
    return token;
  }

  check(token: string): boolean {
    return this.valid.has(token);
  }

  drop(token: string): void {
    this.valid.delete(token);
  }
}

const tokens = new Tokens();
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  res.json({ accessToken: 'access123', refreshToken: tokens.create() });
});

app.post('/token', (req, res) => {
  if (!tokens.check(req.body.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  tokens.drop(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
