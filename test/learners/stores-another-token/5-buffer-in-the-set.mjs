import { randomBytes } from 'crypto';
import express from 'express';

const app = express();
app.use(express.json());
const store = new Set();

app.post('/login', (req, res) => {
  const token = randomBytes(32);
  store.add(token.toString('base64')); // here
  res.json({ accessToken: 'access123', refreshToken: token.toString('hex') });
});

app.post('/token', (req, res) => {
  if (!store.has(req.body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  store.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
