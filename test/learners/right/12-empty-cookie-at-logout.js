const express = require('express');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());

// Both tokens are random, the file knows their hashes. { logins, access, refresh }
const path = __dirname + '/data.json';
const data = fs.existsSync(path) ? JSON.parse(fs.readFileSync(path)) : { logins: {}, access: {}, refresh: {} };
const save = () => fs.writeFileSync(path, JSON.stringify(data));
const random = () => crypto.randomBytes(32).toString('base64url');
const sha = (token) => crypto.createHash('sha256').update(token).digest('base64url');

const cookie = (value, rest = '') => `__Host-r=${value}; HttpOnly; Secure; SameSite=Strict; Path=/${rest}`;

function readCookie(req) {
  const jar = new Map(
    (req.headers.cookie ?? '').split(';').map((pair) => {
      const [name, ...value] = pair.split('=');
      return [name.trim(), value.join('=')];
    }),
  );
  return jar.get('__Host-r') ?? '';
}

function grant(res, id) {
  const access = random();
  const refresh = random();
  data.access[sha(access)] = { id, until: Date.now() + 15 * 60 * 1000 };
  data.refresh[sha(refresh)] = { id, until: Date.now() + 9 * 24 * 60 * 60 * 1000 };
  data.logins[id].last = sha(refresh);
  save();
  res.set('Cache-Control', 'no-store');
  res.set('Set-Cookie', cookie(refresh, `; Max-Age=${9 * 24 * 60 * 60}`));
  res.json({ accessToken: access, tokenType: 'Bearer', expiresIn: 900 });
}

app.post('/login', (req, res) => {
  const id = random();
  data.logins[id] = { username: req.body?.username };
  grant(res, id);
});

app.post('/token', (req, res) => {
  const hash = sha(readCookie(req));
  const token = data.refresh[hash];
  const login = token && data.logins[token.id];
  if (!login || token.until < Date.now()) return res.sendStatus(401);
  if (login.last !== hash) {
    delete data.logins[token.id];
    save();
    return res.sendStatus(401);
  }
  grant(res, token.id);
});

app.post('/logout', (req, res) => {
  const token = data.refresh[sha(readCookie(req))];
  if (token) {
    delete data.logins[token.id];
    save();
  }
  res.set('Set-Cookie', cookie(''));
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const [, bearer = ''] = (req.headers.authorization ?? '').split('Bearer ');
  const token = data.access[sha(bearer)];
  const login = token && token.until > Date.now() && data.logins[token.id];
  if (!login) return res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  res.json({ username: login.username });
});

app.listen(3000);
