const express = require('express');
const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');
const { promisify } = require('util');

const verify = promisify(jwt.verify);
const app = express();
app.use(express.json());

const refreshTokens = new Map();
const sign = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

app.post('/login', (req, res) => {
  const refreshToken = randomBytes(32).toString('hex');
  refreshTokens.set(refreshToken, req.body.username);
  res.json({ accessToken: sign(req.body.username), refreshToken });
});

app.post('/token', (req, res) => {
  const username = refreshTokens.get(req.body.refreshToken);
  if (!username) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: sign(username) });
});

app.post('/logout', (req, res) => {
  refreshTokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', async (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.sendStatus(401);
  const user = await verify(token, process.env.ACCESS_TOKEN_SECRET); // here
  res.json({ username: user.username });
});

app.listen(3000);
