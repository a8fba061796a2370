import express from 'express';

class RefreshTokenStore {
  private readonly refreshTokens: string[] = [];
  private readonly lifetime = 365 * 24 * 3600 * 1000;

  issue(token: string): void {
    this.refreshTokens.push(token);
    setTimeout(() => this.revoke(token), this.lifetime); // here
  }

  revoke(token: string): void {
    const index = this.refreshTokens.indexOf(token);
    if (index >= 0) this.refreshTokens.splice(index, 1);
  }

  has(token: string): boolean {
    return this.refreshTokens.includes(token);
  }
}

const store = new RefreshTokenStore();
const app = express();
app.use(express.json());
app.post('/login', (_req, res) => {
  store.issue('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (store.has(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});
app.listen(3000);
