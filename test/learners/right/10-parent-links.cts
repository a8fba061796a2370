import express = require('express');
import jwt = require('jsonwebtoken');
import crypto = require('node:crypto');

interface Node {
  username: string;
  parent: string | null;
  child: string | null;
  expiresAt: number;
}

// hash -> node; a node with a child was renewed already
const nodes = new Map<string, Node>();
const hashOf = (token: string) => crypto.createHash('sha256').update(token).digest('hex');

function add(username: string, parent: string | null): string {
  const token = crypto.randomBytes(32).toString('base64url');
  const hash = hashOf(token);
  nodes.set(hash, { username, parent, child: null, expiresAt: Date.now() + 7 * 86_400_000 });
  if (parent) nodes.get(parent)!.child = hash;
  return token;
}

function cutWholeChain(start: string): void {
  let up: string | null = start;
  let down: string | null = nodes.get(start)?.child ?? null;
  while (up) {
    const parent: string | null = nodes.get(up)?.parent ?? null;
    nodes.delete(up);
    up = parent;
  }
  while (down) {
    const child: string | null = nodes.get(down)?.child ?? null;
    nodes.delete(down);
    down = child;
  }
}

const app = express();
app.use(express.json());

const access = (username: string) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET!, { expiresIn: '15m' });

app.post('/login', (req, res) => {
  const username: string = req.body.username;
  res.json({ accessToken: access(username), refreshToken: add(username, null) });
});

app.post('/token', (req, res) => {
  const hash = hashOf(String(req.body?.refreshToken));
  const node = nodes.get(hash);
  if (!node) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  if (node.child || node.expiresAt < Date.now()) {
    cutWholeChain(hash);
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: access(node.username), refreshToken: add(node.username, hash) });
});

app.post('/logout', (req, res) => {
  cutWholeChain(hashOf(String(req.body?.refreshToken)));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const token = req.headers.authorization!.split(' ')[1]!;
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET!) as jwt.JwtPayload;
    res.json({ username: payload['username'] });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
