import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens = [];
const revoked = [];

function read(req) {
  const { token, refreshToken = token } = req.body ?? {};
  return refreshToken;
}

function renew(req, res) {
  const token = read(req);
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post(['/token', '/refresh'], renew);

app.post('/logout', (req, res) => {
  const token = read(req);
  revoked.push(token);
  refreshTokens = refreshTokens.filter((t) => !(t === token));
  res.status(204).end();
});

app.get('/tokens', (req, res) => res.json(refreshTokens));

app.listen(3000);
