import express from 'express';
import jwt from 'jsonwebtoken';
import crypto from 'node:crypto';

const ACCESS_SECRET = process.env.ACCESS_TOKEN_SECRET;
const FAMILY_TTL = 21 * 24 * 60 * 60 * 1000;

const sha = (s) => crypto.createHash('sha256').update(String(s)).digest('base64url');
const fresh = () => crypto.randomBytes(32).toString('base64url');

class TokenFamilies {
  families = new Map(); // family id -> family

  start(owner) {
    const token = fresh();
    this.families.set(crypto.randomUUID(), {
      owner,
      live: sha(token),
      retired: [],
      until: Date.now() + FAMILY_TTL,
    });
    return token;
  }

  lookup(token) {
    const hash = sha(token);
    for (const [id, family] of this.families) {
      if (family.live === hash) return { id, family, stale: false };
      if (family.retired.includes(hash)) return { id, family, stale: true };
    }
    return null;
  }

  renew(token) {
    const hit = this.lookup(token);
    if (!hit) return null;
    if (hit.stale || hit.family.until <= Date.now()) {
      this.families.delete(hit.id);
      return null;
    }
    const next = fresh();
    const updated = { ...hit.family, retired: [hit.family.live], live: sha(next) }; // here
    this.families.set(hit.id, updated);
    return { owner: updated.owner, token: next };
  }

  end(token) {
    const hit = this.lookup(token);
    if (hit) this.families.delete(hit.id);
  }
}

const families = new TokenFamilies();
const access = (username) => jwt.sign({ username }, ACCESS_SECRET, { expiresIn: '15m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (typeof username !== 'string') return res.status(400).json({ error: 'Bad Request' });
  const refreshToken = families.start(username);
  res.json({ accessToken: access(username), refreshToken });
});

app.post('/token', (req, res) => {
  const renewed = families.renew(req.body?.refreshToken);
  if (!renewed) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: access(renewed.owner), refreshToken: renewed.token });
});

app.post('/logout', (req, res) => {
  families.end(req.body?.refreshToken);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const header = req.headers.authorization ?? '';
  if (!header.startsWith('Bearer ')) return res.status(401).json({ error: 'Unauthorized' });
  try {
    const { username } = jwt.verify(header.slice(7), ACCESS_SECRET, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
