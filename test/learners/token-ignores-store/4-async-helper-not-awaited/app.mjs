import express from 'express';
import { isKnown, remember, forget } from './tokens.mjs';

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  await remember('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  if (!isKnown(req.body?.refreshToken)) { // here
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req, res) => {
  await forget(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
