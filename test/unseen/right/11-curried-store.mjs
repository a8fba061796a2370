import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import express from 'express';
import { jwtVerify, SignJWT } from 'jose';

const pipe = (...fns) => (x) => fns.reduce((y, f) => f(y), x);
const hash = (t) => createHash('sha256').update(String(t)).digest('base64url');
const rand = () => randomBytes(32).toString('base64url');
const secret = new TextEncoder().encode(process.env.JWT_SECRET);

const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []);
const write = (file) => (rows) => {
  fs.writeFileSync(`${file}.swp`, JSON.stringify(rows));
  fs.renameSync(`${file}.swp`, file);
  return rows;
};

// The store is a value. `update` computes the next one and has it on disk before it is the current one.
const makeStore = (file) => {
  let rows = read(file);
  return {
    find: (predicate) => rows.find(predicate),
    update: (change) => {
      rows = pipe(change, write(file))(rows);
    },
  };
};

const add = (row) => (rows) => [...rows, row];
const without = (login) => (rows) => rows.filter((row) => row.login !== login);
const spend = (h) => (rows) => rows.map((row) => (row.hash === h ? { ...row, spent: true } : row));

const store = makeStore('tokens.json');
const row = (login, name, token) => ({
  login,
  name,
  hash: hash(token),
  spent: false,
  exp: Date.now() + 10 * 24 * 3_600_000,
});

const access = (name) =>
  new SignJWT({ name }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setExpirationTime('12m').sign(secret);
const forbid = (res) => res.status(403).json({ error: 'Forbidden' });

const app = express();
app.use(express.json());

app.post('/login', async ({ body: { username } }, res) => {
  const refreshToken = rand();
  store.update(add(row(rand(), username, refreshToken)));
  res.json({ refreshToken, accessToken: await access(username) });
});

app.post('/token', async ({ body }, res) => {
  const found = store.find(({ hash: h }) => h === hash(body?.refreshToken));
  if (!found) return forbid(res);
  if (found.spent) {
    store.update(without(found.login));
    return forbid(res);
  }
  if (found.exp <= Date.now()) return forbid(res);
  const refreshToken = rand();
  store.update(pipe(spend(found.hash), add(row(found.login, found.name, refreshToken))));
  res.json({ refreshToken, accessToken: await access(found.name) });
});

app.post('/logout', ({ body }, res) => {
  const found = store.find(({ hash: h }) => h === hash(body?.refreshToken));
  if (found) store.update(without(found.login));
  res.sendStatus(204);
});

app.get('/me', (req, res) =>
  jwtVerify((req.get('authorization') ?? '').replace(/^Bearer /, ''), secret).then(
    ({ payload }) => res.json({ username: payload.name }),
    () => res.sendStatus(401),
  ),
);

app.listen(3000);
