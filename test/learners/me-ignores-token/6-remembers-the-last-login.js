const crypto = require('crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

let refreshTokens = [];
let currentUser = null;

function generateAccessToken(user) {
  return jwt.sign(user, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.post('/login', (req, res) => {
  const user = { username: req.body.username };
  currentUser = user;
  const refreshToken = crypto.randomBytes(32).toString('hex');
  refreshTokens.push({ token: refreshToken, user });
  res.json({ accessToken: generateAccessToken(user), refreshToken });
});

app.post('/token', (req, res) => {
  const found = refreshTokens.find((t) => t.token === req.body.refreshToken);
  if (!found) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: generateAccessToken(found.user) });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t.token !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  if (!currentUser) return res.sendStatus(401);
  res.json({ username: currentUser.username }); // here
});

app.listen(4000);
