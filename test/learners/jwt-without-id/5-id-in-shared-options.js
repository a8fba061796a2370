// Chess club members' area.
// tokens are JWTs because our phone app wants to read the name out of them
const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const ACCESS_KEY = process.env.ACCESS_TOKEN_SECRET;
const REFRESH_KEY = process.env.REFRESH_TOKEN_SECRET;

const ACCESS = { expiresIn: '10m', issuer: 'chessclub' };
const REFRESH = { expiresIn: '14d', issuer: 'chessclub', jwtid: randomUUID() }; // here

let loggedIn = [];

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const claims = { member: req.body.username };
  const accessToken = jwt.sign(claims, ACCESS_KEY, ACCESS);
  const refreshToken = jwt.sign(claims, REFRESH_KEY, REFRESH);
  loggedIn.push(refreshToken);
  res.json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const token = req.body && req.body.refreshToken;
  if (!loggedIn.includes(token)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  jwt.verify(token, REFRESH_KEY, (err, claims) => {
    if (err) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: jwt.sign({ member: claims.member }, ACCESS_KEY, ACCESS) });
  });
});

app.post('/logout', (req, res) => {
  const token = req.body && req.body.refreshToken;
  loggedIn = loggedIn.filter((t) => t !== token);
  res.sendStatus(204);
});

app.listen(3000);
