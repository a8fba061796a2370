const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const app = express();
app.use(express.json());

const SECRET = process.env.JWT_SECRET;
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

app.listen(3000);
