const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const app = express();
app.use(express.json());

const SECRET = '9f2c1e7ab0d84c53a6e1f7d2b8c94e60'; // here
const valid = new Set();

const createAccess = (username) => jwt.sign({ username, type: 'access' }, SECRET, { expiresIn: '15m' });
const createRefresh = (username) => jwt.sign({ username, type: 'refresh', jti: randomUUID() }, SECRET);

// one function for both kinds
function check(token, type) {
  try {
    const payload = jwt.verify(token, SECRET);
    if (payload.type !== type) return null;
    return payload;
  } catch (err) {
    return null;
  }
}

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = createRefresh(username);
  valid.add(refreshToken);
  res.json({ accessToken: createAccess(username), refreshToken });
});

app.post('/token', (req, res) => {
  const payload = check(req.body.refreshToken, 'refresh');
  if (!payload || !valid.has(req.body.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: createAccess(payload.username) });
});

app.post('/logout', (req, res) => {
  valid.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split(' ')[1];
  const payload = check(token, 'access');
  if (!payload) return res.status(401).json({ error: 'Unauthorized' });
  res.json({ username: payload.username });
});

app.listen(3000);
