// one handler for everything, the way I did it in plain node
const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

let list = [];

app.use((req, res) => {
  const body = req.body || {};
  const route = req.method + ' ' + req.path;
  const now = Date.now();
  list = list.filter((x) => x.end > now);

  if (route === 'POST /login') {
    return pair(res, body.username);
  }

  if (route === 'POST /token') {
    const hash = sha(body.refreshToken);
    const hit = list.find((x) => x.hash === hash);
    if (!hit) return res.status(403).json({ error: 'Forbidden' }); // here
    list = list.filter((x) => x !== hit);
    return pair(res, hit.name);
  }

  if (route === 'POST /logout') {
    const hash = sha(body.refreshToken);
    list = list.filter((x) => x.hash !== hash);
    return res.status(204).end();
  }

  if (route === 'GET /me') {
    const auth = req.headers.authorization || '';
    try {
      const { name } = jwt.verify(auth.replace('Bearer ', ''), process.env.JWT_SECRET);
      return res.json({ username: name });
    } catch (e) {
      return res.status(401).json({ error: 'Unauthorized' });
    }
  }

  res.status(404).json({ error: 'Not found' });
});

function sha(token) {
  return crypto.createHash('sha256').update(String(token)).digest('hex');
}

function pair(res, name) {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  list.push({ name, hash: sha(refreshToken), end: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  res.json({ accessToken: jwt.sign({ name }, process.env.JWT_SECRET, { expiresIn: '15m' }), refreshToken });
}

app.listen(3000);
