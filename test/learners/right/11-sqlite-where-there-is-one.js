const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

// Node 22.13 has SQLite built in. Older ones get a JSON file that does the same.
function openSqlite(file) {
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(file);
  db.exec(`CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY, login TEXT NOT NULL, username TEXT NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL
  )`);
  return {
    add: (t) => db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, 0)').run(t.hash, t.login, t.username, t.expires),
    find: (hash) => db.prepare('SELECT * FROM tokens WHERE hash = ?').get(hash),
    markUsed: (hash) => db.prepare('UPDATE tokens SET used = 1 WHERE hash = ?').run(hash),
    end: (login) => db.prepare('DELETE FROM tokens WHERE login = ?').run(login),
  };
}

function openJson(file) {
  let rows = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
  const write = () => fs.writeFileSync(file, JSON.stringify(rows));
  return {
    add: (t) => { rows.push({ ...t, used: 0 }); write(); },
    find: (hash) => rows.find((r) => r.hash === hash),
    markUsed: (hash) => { rows.find((r) => r.hash === hash).used = 1; write(); },
    end: (login) => { rows = rows.filter((r) => r.login !== login); write(); },
  };
}

let tokens;
try {
  tokens = openSqlite(path.join(__dirname, 'tokens.db'));
} catch {
  tokens = openJson(path.join(__dirname, 'tokens.json'));
}

const hashToken = (token) => crypto.createHash('sha256').update(token).digest('hex');

function issue(username, login) {
  const refreshToken = crypto.randomBytes(32).toString('base64url');
  tokens.add({ hash: hashToken(refreshToken), login, username, expires: Date.now() + 1000 * 60 * 60 * 24 * 7 });
  return {
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }),
    refreshToken,
  };
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  res.json(issue(req.body.username, crypto.randomUUID()));
});

app.post('/token', (req, res) => {
  const found = tokens.find(hashToken(String(req.body?.refreshToken)));
  if (!found) return res.status(403).json({ error: 'Forbidden' });
  if (found.used) {
    tokens.end(found.login);
    return res.status(403).json({ error: 'Forbidden' });
  }
  if (found.expires < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  tokens.markUsed(found.hash);
  res.json(issue(found.username, found.login));
});

app.post('/logout', (req, res) => {
  const found = tokens.find(hashToken(String(req.body?.refreshToken)));
  if (found) tokens.end(found.login);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const m = /^Bearer (\S+)$/.exec(req.headers.authorization || '');
  if (!m) return res.sendStatus(401);
  try {
    res.json({ username: jwt.verify(m[1], process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
