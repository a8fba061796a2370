import express from 'express';
import { createHash } from 'node:crypto';

const refreshTokens = [];
const app = express();
app.use(express.json());

const hash = (text) => createHash('sha256').update(text).digest('hex');

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshToken) return res.status(403).json({ error: 'Forbidden' });
  for (const stored of refreshTokens) {
    if (stored === hash(refreshToken)) return res.json({ accessToken: 'newAccess123' }); // here
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
