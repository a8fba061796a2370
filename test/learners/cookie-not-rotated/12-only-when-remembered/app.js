const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const store = require('./store');
const { COOKIE, forget, sendTokens } = require('./helpers/respond');

const app = express();
app.use(express.json());
app.use(cookieParser());

app.post('/login', (req, res) => {
  const username = req.body?.username;
  if (!username) return res.status(400).json({ error: 'username is required' });
  sendTokens(res, store.begin(username), { remember: true });
});

app.post('/token', (req, res) => {
  const session = store.next(req.cookies[COOKIE]);
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  sendTokens(res, session);
});

app.post('/logout', (req, res) => {
  store.finish(req.cookies[COOKIE]);
  forget(res);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
