import express from 'express';
import { timingSafeEqual } from 'node:crypto';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

function same(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const given: unknown = req.body?.refreshToken;
  if (typeof given === 'string' && refreshTokens.some((t) => same(t, given))) {
    res.json({ accessToken: 'newAccess123' });
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

export default app;
