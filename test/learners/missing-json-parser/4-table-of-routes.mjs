import express from 'express';

let refreshTokens = [];

const sessions = {
  open(req, res) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  },
  renew(req, res) {
    if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  },
  close(req, res) {
    const at = refreshTokens.indexOf(req.body?.refreshToken);
    if (at >= 0) refreshTokens.splice(at, 1);
    res.sendStatus(204);
  },
};

const readsJson = express.json();
const table = [
  { method: 'post', path: '/login', chain: [readsJson, sessions.open] },
  { method: 'post', path: '/token', chain: [readsJson, sessions.renew] },
  { method: 'post', path: '/logout', chain: [sessions.close] }, // here
];

const app = express();
table.forEach(({ method, path, chain }) => app[method](path, ...chain));
app.listen(3000);
