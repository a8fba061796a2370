import express from 'express';
import { handIn, liftPass, readLiftPass, seasonPass, sellSeasonPass } from './lib/passes';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const skier: string = req.body.username;
  res.json({ accessToken: liftPass(skier), refreshToken: sellSeasonPass(skier) });
});

app.post('/token', (req, res) => {
  const pass = seasonPass(req.body?.refreshToken);
  if (pass) res.json({ accessToken: liftPass(pass.skier), validUntil: pass.validUntil });
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  handIn(req.body?.refreshToken);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.replace('Bearer ', '') ?? '';
  try {
    res.json({ username: readLiftPass(token) });
  } catch {
    res.status(401).json({ error: 'Please show a valid lift pass' });
  }
});

app.listen(3000);
