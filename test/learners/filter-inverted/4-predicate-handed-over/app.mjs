import express from 'express';
import { repo } from './repository.mjs';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  repo.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!repo.has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  repo.delete(req.body?.refreshToken);
  return res.sendStatus(204);
});

app.listen(3000);
