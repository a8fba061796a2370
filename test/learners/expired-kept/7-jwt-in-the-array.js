const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const app = express();
app.use(express.json());

let refreshTokens = [];

const generateAccessToken = (user) =>
  jwt.sign({ username: user.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const generateRefreshToken = (user) =>
  jwt.sign({ username: user.username }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '7d', jwtid: randomUUID() });

const isAlive = (token) => {
  try {
    return jwt.verify(token, process.env.REFRESH_TOKEN_SECRET);
  } catch (err) {
    return false;
  }
};

app.post('/login', (req, res) => {
  const user = { username: req.body.username };
  const accessToken = generateAccessToken(user);
  const refreshToken = generateRefreshToken(user);
  refreshTokens.push(refreshToken); // here
  res.json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshToken;
  if (!refreshToken) return res.sendStatus(401);
  if (!refreshTokens.includes(refreshToken)) return res.sendStatus(403);
  const user = isAlive(refreshToken);
  if (!user) return res.sendStatus(403);
  res.json({ accessToken: generateAccessToken(user) });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (!token) return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(4000);
