import { createServer } from 'node:http';
import express from 'express';

const app = express();
const refreshTokens = [];

app.use(express.json());

app.route('/login').post((req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.route('/token').put((req, res) => { // here
  const known = refreshTokens.find((t) => t === req.body?.refreshToken);
  if (!known) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

createServer(app).listen(3000);
