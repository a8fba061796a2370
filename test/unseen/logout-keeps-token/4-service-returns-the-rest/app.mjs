import express from 'express';
import { add, has, remove } from './tokens.mjs';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  remove(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
