import express from 'express';
import { refresh_tokens } from './db.mjs';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refresh_tokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refresh_tokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const i = refresh_tokens.indexOf(req.body?.refreshToken);
  if (i >= 0) refresh_tokens.splice(i, 1);
  res.status(204).end();
});

app.listen(3000);
