import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

interface Row {
  hash: string;
  family: string;
  username: string;
  usedAt: Date | null;
  expiresAt: Date;
}

class Mutex {
  private tail: Promise<void> = Promise.resolve();

  async runExclusive<T>(work: () => Promise<T>): Promise<T> {
    let release!: () => void;
    const before = this.tail;
    this.tail = new Promise((resolve) => (release = resolve));
    await before;
    try {
      return await work();
    } finally {
      release();
    }
  }
}

// pretend SQL
class Table {
  private rows: Row[] = [];
  private trip = () => new Promise<void>((resolve) => setImmediate(resolve));

  async insert(row: Row) {
    await this.trip();
    this.rows.push(row);
  }
  async byHash(hash: string) {
    await this.trip();
    const row = this.rows.find((r) => r.hash === hash);
    return row ? { ...row } : undefined;
  }
  async markUsed(hash: string) {
    await this.trip();
    const row = this.rows.find((r) => r.hash === hash);
    if (row) row.usedAt = new Date();
  }
  async deleteFamily(family: string) {
    await this.trip();
    this.rows.filter((r) => r.family !== family); // here
  }
}

const table = new Table();
const locks = new Map<string, Mutex>();
const lockOf = (family: string) => {
  if (!locks.has(family)) locks.set(family, new Mutex());
  return locks.get(family)!;
};

const sha256 = (s: string) => createHash('sha256').update(s).digest('hex');

async function issue(username: string, family: string) {
  const refreshToken = randomBytes(32).toString('hex');
  const expiresAt = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);
  await table.insert({ hash: sha256(refreshToken), family, username, usedAt: null, expiresAt });
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET!, { expiresIn: '15m' });
  return { accessToken, refreshToken };
}

async function renew(hash: string) {
  const row = await table.byHash(hash); // again, now that nobody else is at it
  if (!row || row.expiresAt < new Date()) return null;
  if (row.usedAt) {
    await table.deleteFamily(row.family);
    return null;
  }
  await table.markUsed(hash);
  return issue(row.username, row.family);
}

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  res.json(await issue(String(req.body.username), randomUUID()));
});

app.post('/token', async (req, res) => {
  const hash = sha256(String(req.body?.refreshToken));
  const row = await table.byHash(hash);
  const pair = row ? await lockOf(row.family).runExclusive(() => renew(hash)) : null;
  if (pair) res.json(pair);
  else res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', async (req, res) => {
  const row = await table.byHash(sha256(String(req.body?.refreshToken)));
  if (row) {
    await lockOf(row.family).runExclusive(() => table.deleteFamily(row.family));
    locks.delete(row.family);
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.match(/^Bearer (.+)/)?.[1];
  try {
    const { username } = jwt.verify(token ?? '', process.env.ACCESS_TOKEN_SECRET!) as jwt.JwtPayload;
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
