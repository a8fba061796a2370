import express from 'express';
import { add, has } from './tokens.mjs';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (has(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
