import express from 'express';
import { AuthService } from './src/AuthService';
import { SessionRepository } from './src/SessionRepository';

const auth = new AuthService(new SessionRepository(), process.env.JWT_SECRET!);
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  res.json(auth.login(req.body.username));
});

app.post('/token', (req, res) => {
  const pair = auth.renew(String(req.body?.refreshToken));
  if (pair) res.json(pair);
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  auth.logout(String(req.body?.refreshToken));
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const header = req.get('authorization');
  if (!header?.startsWith('Bearer ')) {
    res.status(401).set('WWW-Authenticate', 'Bearer').end();
    return;
  }
  try {
    res.json({ username: auth.whoIs(header.slice(7)) });
  } catch {
    res.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').end();
  }
});

app.listen(3000);
