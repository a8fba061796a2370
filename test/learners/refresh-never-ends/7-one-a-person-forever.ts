import { randomBytes } from 'crypto';
import express from 'express';
import jwt from 'jsonwebtoken';

interface User {
  username: string;
  refreshToken: string | null;
}

const users: User[] = ['ada', 'grace', 'alan'].map((username) => ({
  username,
  refreshToken: null,
}));

const app = express();
app.use(express.json());

const accessToken = (user: User): string =>
  jwt.sign({ username: user.username }, process.env.ACCESS_TOKEN_SECRET!, { expiresIn: '15m' });

app.post('/login', (req, res) => {
  const user = users.find((u) => u.username === req.body.username);
  if (!user) {
    res.status(401).json({ error: 'Unknown user' });
    return;
  }
  user.refreshToken = randomBytes(32).toString('hex'); // here
  res.json({ accessToken: accessToken(user), refreshToken: user.refreshToken });
});

app.post('/token', (req, res) => {
  const token: unknown = req.body.refreshToken;
  const user = typeof token === 'string' ? users.find((u) => u.refreshToken === token) : undefined;
  if (!user) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: accessToken(user) });
});

app.post('/logout', (req, res) => {
  const user = users.find((u) => u.refreshToken !== null && u.refreshToken === req.body.refreshToken);
  if (user) {
    user.refreshToken = null;
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const token = (req.headers.authorization ?? '').slice('Bearer '.length);
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET!) as { username: string };
    res.json({ username: payload.username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
