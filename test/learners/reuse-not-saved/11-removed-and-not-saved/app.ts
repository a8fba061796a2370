import express from 'express';
import jwt from 'jsonwebtoken';
import { Locks } from './lib/locks';

const locks = new Locks();
const secret = process.env.JWT_SECRET as string;
const toll = (skipper: string): string => jwt.sign({ sub: skipper }, secret, { expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: toll(username), refreshToken: locks.open(username) });
});

app.post('/token', (req, res) => {
  const renewed = locks.renew(String(req.body?.refreshToken));
  if (!renewed) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: toll(renewed.skipper), refreshToken: renewed.token });
});

app.post('/logout', (req, res) => {
  locks.close(String(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const claims = jwt.verify(req.get('authorization')!.slice('Bearer '.length), secret, { algorithms: ['HS256'] });
    res.json({ username: claims.sub });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
