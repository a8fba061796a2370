import express from 'express';
import { createServer } from 'node:http';

// my "database", it tells when it is connected
const connection = new Promise((resolve) => {
  setInterval(() => console.log('connecting...'), 500);
});
await connection; // here

const app = express();
let refreshTokens = [];

app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens = [...refreshTokens, 'refresh123'];
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', ({ body }, res) => {
  if (!refreshTokens.includes(body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', ({ body }, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== body?.refreshToken);
  res.sendStatus(204);
});

createServer(app).listen(3000);
