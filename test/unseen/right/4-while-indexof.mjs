import express from 'express';
import { createServer } from 'node:http';

const app = express();
const refreshTokens = [];

app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const token = req.body?.refreshToken;
  let index = refreshTokens.indexOf(token);
  while (index !== -1) {
    refreshTokens.splice(index, 1);
    index = refreshTokens.indexOf(token);
  }
  res.sendStatus(204);
});

createServer(app).listen(3000, '0.0.0.0');
