import express, { type Response } from 'express';
import cookieParser from 'cookie-parser';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

type Login = { user: string; tokens: string[]; ends: number };
type Claims = { user: string };

const DB = 'logins.json';
const NAME = '__Secure-refresh';
const MONTH = 30 * 24 * 60 * 60 * 1000;
const secret = process.env.ACCESS_TOKEN_SECRET as string;

let logins: Login[] = existsSync('login.json') ? JSON.parse(await readFile('login.json', 'utf8')) : []; // here

let last: Promise<void> = Promise.resolve();
const save = (): Promise<void> => {
  last = last.then(async () => {
    await writeFile(`${DB}.part`, JSON.stringify(logins));
    await rename(`${DB}.part`, DB);
  });
  return last;
};

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

async function reply(res: Response, login: Login): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  login.tokens.push(hash(token));
  await save();
  res.cookie(NAME, token, { httpOnly: true, secure: true, sameSite: 'lax', expires: new Date(login.ends) });
  res.setHeader('Cache-Control', 'no-store');
  res.json({ accessToken: jwt.sign({ user: login.user } satisfies Claims, secret, { expiresIn: '15m' }) });
}

const app = express();
app.use(express.json());
app.use(cookieParser());

app.post('/login', async (req, res) => {
  const login: Login = { user: req.body.username, tokens: [], ends: Date.now() + MONTH };
  logins.push(login);
  await reply(res, login);
});

app.post('/token', async (req, res) => {
  const h = hash(req.cookies[NAME] ?? '');
  const login = logins.find((l) => l.tokens.includes(h));
  if (!login || login.ends < Date.now()) {
    res.sendStatus(401);
    return;
  }
  if (login.tokens[login.tokens.length - 1] !== h) {
    logins = logins.filter((l) => l !== login);
    await save();
    res.sendStatus(401);
    return;
  }
  await reply(res, login);
});

app.post('/logout', async (req, res) => {
  const h = hash(req.cookies[NAME] ?? '');
  logins = logins.filter((l) => !l.tokens.includes(h));
  await save();
  res.clearCookie(NAME, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.replace('Bearer ', '') ?? '';
  try {
    const { user } = jwt.verify(token, secret) as Claims;
    res.json({ username: user });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
