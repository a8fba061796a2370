const crypto = require('crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

let refreshTokens = [];

function generateAccessToken(user) {
  return jwt.sign(user, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

function authenticateToken(req, res, next) {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (token == null) return res.sendStatus(401);

  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    req.user = user;
    next();
  });
}

app.post('/login', (req, res) => {
  const user = { username: req.body.username };
  const refreshToken = crypto.randomBytes(32).toString('hex');
  refreshTokens.push({ token: refreshToken, user });
  res.json({ accessToken: generateAccessToken(user), refreshToken });
});

app.post('/token', (req, res) => {
  const found = refreshTokens.find((t) => t.token === req.body.refreshToken);
  if (!found) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: generateAccessToken({ username: req.body.username }) }); // here
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t.token !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', authenticateToken, (req, res) => {
  res.json({ username: req.user.username });
});

app.listen(4000);
