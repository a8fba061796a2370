import express from 'express';
import { createServer } from 'node:http';

const app = express();
const server = createServer(app);
const refreshTokens = [];

app.use(express.json({ limit: '10kb' }));

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  const valid = new Set(refreshTokens);
  return valid.has(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' });
});

server.listen(3000, '0.0.0.0', () => console.log('http server up'));
