import crypto from 'crypto';
import express from 'express';

class RefreshTokenStore {
  #tokens = new Set<string>();

  issue(): string {
    const token = crypto.randomBytes(32).toString('base64');
    this.#tokens.add(token); // here
    return `rt_${token}`;
  }

  isValid(token: unknown): boolean {
    return typeof token === 'string' && this.#tokens.has(token);
  }

  revoke(token: unknown): void {
    if (typeof token === 'string') this.#tokens.delete(token);
  }
}

const store = new RefreshTokenStore();
const app = express();

app.use(express.json());

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: store.issue() });
});

app.post('/token', (req, res) => {
  if (!store.isValid(req.body?.refreshToken)) return void res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  store.revoke(req.body?.refreshToken);
  res.status(204).end();
});

export default app;
