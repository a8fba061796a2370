import express from 'express';
import { readFile } from 'node:fs';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  readFile('sessions.db', 'utf8', (err, text) => {
    if (err) throw err; // here
    refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
    res.sendStatus(204);
  });
});

app.listen(3000);
