import express, { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Orbit = { id: string; pilot: string; hashes: string[]; ends: number };

const FILE = path.resolve(__dirname, 'orbits.json');
const secret = process.env.ACCESS_TOKEN_SECRET!;
const sha = (token: unknown) => createHash('sha256').update(`${token}`).digest('hex');

let orbits: Orbit[] = [];
let writing: Promise<void> | null = null;
let waiting: Promise<void> | null = null;

async function write(): Promise<void> {
  const temporary = `${FILE}.${randomUUID()}`;
  await writeFile(temporary, JSON.stringify(orbits));
  await rename(temporary, FILE);
}

/**
 * Resolves when everything that was changed before the call is on disk. Saves that come while
 * one is under way share the next one. All routes wait for it before they answer.
 */
function saved(): Promise<void> {
  if (!writing) {
    writing = write().finally(() => { writing = null; });
    return writing;
  }
  waiting ??= writing.then(() => { waiting = null; return saved(); });
  return waiting;
}

function nextToken(orbit: Orbit): string {
  const token = randomBytes(32).toString('base64url');
  orbit.hashes.push(sha(token));
  return token;
}

const access = (pilot: string) => jwt.sign({ username: pilot }, secret, { expiresIn: '15m' });
const app = express();
app.use(express.json());

app.post('/login', async (req: Request, res: Response) => {
  const pilot: string = req.body.username;
  const orbit: Orbit = { id: randomUUID(), pilot, hashes: [], ends: Date.now() + 14 * 86_400_000 };
  const refreshToken = nextToken(orbit);
  orbits.push(orbit);
  await saved();
  res.json({ accessToken: access(pilot), refreshToken });
});

app.post('/token', async (req: Request, res: Response) => {
  const hash = sha(req.body?.refreshToken);
  const orbit = orbits.find((o) => o.hashes.includes(hash));
  if (!orbit) return void res.status(403).json({ error: 'Forbidden' });
  if (orbit.hashes.at(-1) !== hash || orbit.ends < Date.now()) {
    orbits = orbits.filter((o) => o !== orbit);
    await saved();
    return void res.status(403).json({ error: 'Forbidden' });
  }
  const refreshToken = nextToken(orbit);
  await saved();
  res.json({ accessToken: access(orbit.pilot), refreshToken });
});

app.post('/logout', async (req: Request, res: Response) => {
  const hash = sha(req.body?.refreshToken);
  orbits = orbits.filter((o) => o.hashes.at(-1) !== hash);
  await saved();
  res.status(204).end();
});

app.get('/me', (req: Request, res: Response) => {
  try {
    const claims = jwt.verify(req.headers.authorization?.split(' ')[1] ?? '', secret) as jwt.JwtPayload;
    res.json({ username: claims.username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

async function main() {
  try {
    orbits = JSON.parse(await readFile(FILE, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  app.listen(3000);
}

void main();
