const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = jwt.sign({ username }, process.env.REFRESH_TOKEN_SECRET); // here
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken: refreshToken });
});

app.post('/token', (req, res) => {
  const token = req.body.refreshToken;
  if (token == null) return res.sendStatus(401);
  if (!refreshTokens.includes(token)) return res.sendStatus(403);
  jwt.verify(token, process.env.REFRESH_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ accessToken: 'newAccess123' });
  });
});

app.post('/logout', (req, res) => {
  const i = refreshTokens.indexOf(req.body.refreshToken);
  if (i !== -1) refreshTokens.splice(i, 1);
  res.sendStatus(204);
});

app.listen(4000);
