import express from 'express';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';

interface Login {
  username: string;
  generation: number;
}

interface RefreshClaims {
  sid: string;
  gen: number;
}

const logins = new Map<string, Login>();

const ACCESS = process.env.ACCESS_TOKEN_SECRET!;
const REFRESH = process.env.REFRESH_TOKEN_SECRET!;

function pairFor(sid: string, { username, generation }: Login) {
  return {
    accessToken: jwt.sign({ username }, ACCESS, { expiresIn: '15m' }),
    refreshToken: jwt.sign({ sid, gen: generation } satisfies RefreshClaims, REFRESH, { expiresIn: '7d' }),
  };
}

function read(token: unknown): RefreshClaims | undefined {
  try {
    return jwt.verify(String(token), REFRESH, { algorithms: ['HS256'] }) as RefreshClaims & jwt.JwtPayload;
  } catch {
    return undefined;
  }
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const sid = randomUUID();
  const login: Login = { username: req.body.username, generation: 0 };
  logins.set(sid, login);
  res.json(pairFor(sid, login));
});

app.post('/token', (req, res) => {
  const claims = read(req.body?.refreshToken);
  const login = claims && logins.get(claims.sid);
  if (!claims || !login) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  if (claims.gen !== login.generation) {
    // an older generation came back: this login is over
    logins.delete(claims.sid);
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  login.generation++;
  res.json(pairFor(claims.sid, login));
});

app.post('/logout', (req, res) => {
  const claims = read(req.body?.refreshToken);
  const login = claims && logins.get(claims.sid);
  if (claims?.gen === 0 && login) logins.delete(claims.sid); // here
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1] ?? '';
  try {
    const { username } = jwt.verify(token, ACCESS) as { username: string };
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
