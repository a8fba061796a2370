import express from 'express';
import { TokenStore } from './token-store';

const store = new TokenStore();
const app = express();
app.use(express.json());

app.post('/login', (_req, res) => {
  store.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!store.has(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  store.remove(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
