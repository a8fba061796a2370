import express, { type Request, type Response } from 'express';
import { createHash, randomBytes } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';

/** Everything that touches the sails waits in one line, so that nothing comes between asking and writing. */
class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(task, task);
    this.#tail = turn.then(() => undefined, () => undefined); // keep no result
    return turn;
  }
}

interface Sail {
  miller: string;
  chain: string[]; // the last one is good, the others were
  until: number;
}

const key = new TextEncoder().encode(process.env.JWT_SECRET);
const mutex = new Mutex();
let sails: Sail[] = [];

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

async function grind(sail: Sail) {
  const accessToken = await new SignJWT({ username: sail.miller })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(key);
  const refreshToken = randomBytes(32).toString('hex');
  await pause(); // as a database would
  sail.chain.push(sha(refreshToken));
  return { accessToken, refreshToken };
}

const login = (miller: string) =>
  mutex.run(async () => {
    const sail: Sail = { miller, chain: [], until: Date.now() + 20 * 86400e3 };
    const pair = await grind(sail);
    sails.push(sail);
    return pair;
  });

const renew = (token: string) =>
  mutex.run(async () => {
    const hash = sha(token);
    const sail = sails.find((s) => s.chain.includes(hash));
    if (!sail || sail.until < Date.now()) return null;
    if (sail.chain.at(-1) === hash) return grind(sail);
    sails = sails.filter((s) => s !== sail);
    return null;
  });

const logout = (token: string) =>
  mutex.run(async () => {
    sails = sails.filter((s) => s.chain.at(-1) !== sha(token));
  });

const mill = express();
mill.use(express.json());

mill.post('/login', async (req: Request, res: Response) => {
  res.json(await login(req.body.username));
});
mill.post('/token', async (req: Request, res: Response) => {
  const pair = await renew(`${req.body?.refreshToken}`);
  res.status(pair ? 200 : 403).json(pair ?? { error: 'Forbidden' });
});
mill.post('/logout', async (req: Request, res: Response) => {
  await logout(`${req.body?.refreshToken}`);
  res.status(204).end();
});
mill.get('/me', async (req: Request, res: Response) => {
  try {
    const { payload } = await jwtVerify(req.headers.authorization!.split(' ')[1]!, key);
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

mill.listen(3000);
