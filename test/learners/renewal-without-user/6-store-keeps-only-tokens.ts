import express from 'express';
import jwt from 'jsonwebtoken';
import { randomBytes } from 'crypto';

const refreshTokens: string[] = [];
const secret = process.env.ACCESS_TOKEN_SECRET as string;

interface Payload {
  username?: string;
}

function createAccessToken(payload: Payload): string {
  return jwt.sign(payload, secret, { expiresIn: '15m' });
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const refreshToken = randomBytes(32).toString('hex');
  refreshTokens.push(refreshToken);
  res.json({ accessToken: createAccessToken({ username: req.body.username }), refreshToken });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: createAccessToken({}) }); // here
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.indexOf(req.body.refreshToken);
  if (index >= 0) refreshTokens.splice(index, 1);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    const { username } = jwt.verify(token ?? '', secret) as Payload;
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
