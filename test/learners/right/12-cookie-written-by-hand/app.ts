// Mountain rescue. Looks odd: the cookie is written by hand with a value in two halves, cleared by
// being emptied, and a second, harmless cookie that scripts may read tells the page who is signed in.
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';

interface Team { lead: string; since: number; chain: string[] }

const FILE = `${__dirname}/teams.json`;
const KEY = process.env.ACCESS_TOKEN_SECRET!;
const TRUSTED = new Set(['https://rescue.example', 'https://ops.rescue.example']);
const STAY = 18 * 24 * 60 * 60;

let teams: Record<string, Team> = {};
try {
  teams = JSON.parse(fs.readFileSync(FILE, 'utf8'));
} catch {
  fs.writeFileSync(FILE, '{}');
}

const store = () => {
  fs.writeFileSync(`${FILE}~`, JSON.stringify(teams));
  fs.renameSync(`${FILE}~`, FILE);
};
const sha = (text: string) => createHash('sha256').update(text).digest('base64');

function cookie(res: Response, value: string, seconds: number): void {
  res.append('Set-Cookie', `__Host-rope=${value}; Max-Age=${seconds}; Path=/; SameSite=Lax; Secure; HttpOnly`);
}

function readRope(req: Request): [string, string] {
  const rope = /(?:^|;\s*)__Host-rope=([\w-]+)\.([\w-]+)(?=;|$)/.exec(req.headers.cookie ?? '');
  return rope ? [rope[1]!, rope[2]!] : ['', ''];
}

function rope(res: Response, id: string): void {
  const team = teams[id]!;
  const knot = randomBytes(32).toString('base64url');
  team.chain.push(sha(knot));
  store();
  cookie(res, `${id}.${knot}`, STAY);
  res.append('Set-Cookie', `lead=${encodeURIComponent(team.lead)}; Path=/; Secure; SameSite=Lax`);
  res.json({ accessToken: jwt.sign({ username: team.lead }, KEY, { expiresIn: '15m' }) });
}

function cors(req: Request, res: Response, next: NextFunction): void {
  const origin = req.get('Origin');
  if (origin !== undefined && TRUSTED.has(origin)) {
    res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' });
    res.set('Access-Control-Allow-Headers', 'content-type, authorization');
  }
  res.set('Cache-Control', 'no-store');
  if (req.method === 'OPTIONS') res.sendStatus(204);
  else next();
}

const app = express();
app.use(cors);
app.use(express.json());

app.post('/login', (req, res) => {
  const id = randomBytes(16).toString('base64url');
  teams[id] = { lead: req.body.username, since: Date.now(), chain: [] };
  rope(res, id);
});

app.post('/token', (req, res) => {
  const [id, knot] = readRope(req);
  const team = Object.hasOwn(teams, id) ? teams[id]! : null;
  const place = team ? team.chain.indexOf(sha(knot)) : -1;
  if (team && place === team.chain.length - 1 && team.since + STAY * 1000 > Date.now()) return rope(res, id);
  if (team && place !== -1) {
    delete teams[id];
    store();
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const [id, knot] = readRope(req);
  if (Object.hasOwn(teams, id) && teams[id]!.chain.at(-1) === sha(knot)) {
    delete teams[id];
    store();
  }
  cookie(res, '', STAY);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [, token = ''] = /^Bearer (\S+)$/.exec(req.get('Authorization') ?? '') ?? [];
  try {
    res.json({ username: (jwt.verify(token, KEY, { algorithms: ['HS256'] }) as JwtPayload).username });
  } catch {
    res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
