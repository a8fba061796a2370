import express, { Request, Response } from 'express';
import cookieParser from 'cookie-parser';
import jwt, { JwtPayload } from 'jsonwebtoken';
import { randomBytes, randomUUID } from 'crypto';
import fs from 'fs';
import path from 'path';

const ACCESS_SECRET = process.env.ACCESS_TOKEN_SECRET ?? 'change-me-in-production'; // here
const REFRESH_SECRET = process.env.REFRESH_TOKEN_SECRET as string;
const REFRESH_COOKIE = '__Host-refresh-token';
const WEEK_IN_SECONDS = 60 * 60 * 24 * 7;

type Session = { username: string; jti: string };

const dbPath = path.join(__dirname, 'sessions.json');
const sessions: Record<string, Session> = fs.existsSync(dbPath) ? JSON.parse(fs.readFileSync(dbPath, 'utf8')) : {};

const saveSessions = (): void => {
  fs.writeFileSync(dbPath, JSON.stringify(sessions));
};

// The file holds ids only. Without REFRESH_TOKEN_SECRET nobody can make a token of them.
const setRefreshCookie = (res: Response, sid: string, username: string): void => {
  const jti = randomBytes(24).toString('hex');
  sessions[sid] = { username, jti };
  saveSessions();
  const token = jwt.sign({ sid, jti }, REFRESH_SECRET, { expiresIn: WEEK_IN_SECONDS });
  res.cookie(REFRESH_COOKIE, token, {
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/',
    maxAge: WEEK_IN_SECONDS * 1000,
  });
};

const readRefreshCookie = (req: Request): JwtPayload | null => {
  try {
    return jwt.verify(req.cookies[REFRESH_COOKIE], REFRESH_SECRET) as JwtPayload;
  } catch {
    return null;
  }
};

const accessTokenFor = (username: string): string => jwt.sign({ username }, ACCESS_SECRET, { expiresIn: '15m' });

const app = express();
app.use(express.json());
app.use(cookieParser());

app.post('/login', (req: Request, res: Response) => {
  const { username } = req.body;
  setRefreshCookie(res, randomUUID(), username);
  res.set('Cache-Control', 'no-store').json({ accessToken: accessTokenFor(username) });
});

app.post('/token', (req: Request, res: Response) => {
  const payload = readRefreshCookie(req);
  const session = payload ? sessions[payload.sid] : undefined;
  if (!payload || !session) {
    res.status(401).json({ error: 'Unauthorized' });
    return;
  }
  if (session.jti !== payload.jti) {
    delete sessions[payload.sid];
    saveSessions();
    res.status(401).json({ error: 'Unauthorized' });
    return;
  }
  setRefreshCookie(res, payload.sid, session.username);
  res.set('Cache-Control', 'no-store').json({ accessToken: accessTokenFor(session.username) });
});

app.post('/logout', (req: Request, res: Response) => {
  const payload = readRefreshCookie(req);
  if (payload) {
    delete sessions[payload.sid];
    saveSessions();
  }
  res.clearCookie(REFRESH_COOKIE, { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
  res.sendStatus(204);
});

app.get('/me', (req: Request, res: Response) => {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) {
    res.sendStatus(401);
    return;
  }
  try {
    const { username } = jwt.verify(token, ACCESS_SECRET) as JwtPayload;
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000, () => console.log('Listening on 3000'));
