const crypto = require('node:crypto');
const express = require('express');

const SECRET = process.env.JWT_SECRET;

const b64 = (obj) => Buffer.from(JSON.stringify(obj)).toString('base64url');
const hmac = (data) => crypto.createHmac('sha256', SECRET).update(data).digest();

function createToken(username) {
  const now = Math.floor(Date.now() / 1000);
  const body = b64({ alg: 'HS256', typ: 'JWT' }) + '.' + b64({ username, iat: now, exp: now + 900_000 }); // here
  return body + '.' + hmac(body).toString('base64url');
}

function readToken(token) {
  const [header, payload, signature] = String(token).split('.');
  if (!signature) return null;
  const expected = hmac(header + '.' + payload);
  const actual = Buffer.from(signature, 'base64url');
  if (actual.length !== expected.length || !crypto.timingSafeEqual(actual, expected)) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return claims.exp > Date.now() / 1000 ? claims : null;
}

const app = express();
app.use(express.json());
const refreshTokens = Object.create(null);

app.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString('base64url');
  refreshTokens[refreshToken] = req.body.username;
  res.json({ accessToken: createToken(req.body.username), refreshToken });
});

app.post('/token', (req, res) => {
  const username = refreshTokens[req.body.refreshToken];
  if (!username) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: createToken(username) });
});

app.post('/logout', (req, res) => {
  delete refreshTokens[req.body.refreshToken];
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const claims = readToken((req.headers.authorization || '').replace('Bearer ', ''));
  if (!claims) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username: claims.username });
});

app.listen(3000);
