const express = require('express');
const { randomString } = require('./utils/random');

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
  // TODO: check the password against the db
  const username = req.body.username;
  const accessToken = randomString(32);
  const refreshToken = randomString(64);
  refreshTokens.push({ token: refreshToken, username });
  res.status(200).json({ accessToken, refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  const exists = refreshTokens.some((t) => t.token === refreshToken);
  if (!exists) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.status(200).json({ accessToken: randomString(32) });
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t.token !== req.body.refreshToken);
  res.status(204).send();
});

app.listen(3000, () => {
  console.log('Server is running on http://localhost:3000');
});
