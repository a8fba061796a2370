import express from 'express';
import { container } from './container.ts';

const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  container.resolve('tokens').add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!container.resolve('tokens').has(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  container.resolve('tokens').remove(req.body?.refreshToken);
  res.status(204).end();
});

export default app;
