import express from 'express';
import jwt from 'jsonwebtoken';
import crypto from 'crypto';
import fs from 'fs';

// one document per user, as we had it with mongoose
type Device = { id: string; tokenHash: string; oldHashes: string[]; expires: string };
type User = { username: string; devices: Device[] };

const FILE = 'users.json';
const users: Map<string, User> = new Map();
if (fs.existsSync(FILE)) {
  (JSON.parse(fs.readFileSync(FILE, 'utf8')) as User[]).forEach((u) => users.set(u.username, u));
}

const saveUser = (user: User) => {
  users.set(user.username, user);
  fs.writeFileSync(FILE, JSON.stringify(Array.from(users.values())));
};

const hash = (v: string) => crypto.createHash('sha256').update(v).digest('hex');
const expiry = () => new Date(Date.now() + 12 * 24 * 60 * 60 * 1000).toISOString();
const newToken = () => crypto.randomBytes(32).toString('hex');
const access = (username: string) =>
  jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET as string, { expiresIn: '15m' });

function lookUp(token: string): { user: User; device: Device; fresh: boolean } | undefined {
  const h = hash(token);
  for (const user of users.values()) {
    for (const device of user.devices) {
      if (device.tokenHash === h) return { user, device, fresh: true };
      if (device.oldHashes.includes(h)) return { user, device, fresh: false };
    }
  }
  return undefined;
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const username: string = req.body.username;
  const user = users.get(username)!;
  const token = newToken();
  user.devices.push({ id: crypto.randomUUID(), tokenHash: hash(token), oldHashes: [], expires: expiry() }); // here
  saveUser(user);
  res.json({ accessToken: access(username), refreshToken: token });
});

app.post('/token', (req, res) => {
  const hit = lookUp(String(req.body?.refreshToken));
  if (!hit) {
    res.status(401).json({ error: 'Unauthorized' });
    return;
  }
  const { user, device, fresh } = hit;
  if (!fresh || new Date(device.expires) < new Date()) {
    user.devices = user.devices.filter((d) => d.id !== device.id);
    saveUser(user);
    res.status(401).json({ error: 'Unauthorized' });
    return;
  }
  const token = newToken();
  device.oldHashes.push(device.tokenHash);
  device.tokenHash = hash(token);
  device.expires = expiry();
  saveUser(user);
  res.json({ accessToken: access(user.username), refreshToken: token });
});

app.post('/logout', (req, res) => {
  const hit = lookUp(String(req.body?.refreshToken));
  if (hit) {
    hit.user.devices = hit.user.devices.filter((d) => d.id !== hit.device.id);
    saveUser(hit.user);
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const token = req.headers.authorization!.split(' ')[1]!;
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET as string) as jwt.JwtPayload;
    res.json({ username: payload.username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
