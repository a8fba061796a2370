const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');

const users = [
  { id: 1, username: 'ada', password: 'lovelace' },
  { id: 2, username: 'grace', password: 'hopper' },
  { id: 3, username: 'alan', password: 'turing' },
];

const app = express();
app.use(express.json());

const refreshTokens = [];
const signFor = (user) => jwt.sign({ userId: user.id }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '30m' });

app.post('/login', (req, res) => {
  const { username, password } = req.body;
  const user = users.find((u) => u.username === username && u.password === password);
  if (!user) return res.status(401).json({ error: 'Wrong username or password' });

  const refreshToken = randomBytes(32).toString('hex');
  refreshTokens.push({ value: refreshToken, userId: user.id });
  res.json({ accessToken: signFor(user), refreshToken, user: { id: user.id, username } });
});

app.post('/token', (req, res) => {
  const record = refreshTokens.find((r) => r.value); // here
  if (!record) return res.status(403).json({ error: 'Forbidden' });
  const user = users.find((u) => u.id === record.userId);
  res.json({ accessToken: signFor(user) });
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.findIndex((r) => r.value === req.body.refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
  res.sendStatus(204);
});

function auth(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({ error: 'Missing token' });
  try {
    const { userId } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    req.user = users.find((u) => u.id === userId);
  } catch {
    return res.status(403).json({ error: 'Invalid token' });
  }
  next();
}

app.get('/me', auth, (req, res) => {
  const { username } = req.user;
  res.json({ username });
});

app.listen(3000);
