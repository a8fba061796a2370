const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

const ACCESS_SECRET = process.env.ACCESS_TOKEN_SECRET;
const REFRESH_SECRET = process.env.REFRESH_TOKEN_SECRET;

// we only keep the fingerprints of refresh tokens, the jwt itself knows its user and expiry
const refreshTokenHashes = new Set();

const fingerprint = (token) => crypto.createHash('sha256').update(token).digest('hex');

const generateAccessToken = (user) => jwt.sign({ name: user.name }, ACCESS_SECRET, { expiresIn: '10m' });

const generateRefreshToken = (user) =>
  jwt.sign({ name: user.name, jti: crypto.randomUUID() }, REFRESH_SECRET, { expiresIn: '30d' });

function authenticateToken(req, res, next) {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (token == null) return res.sendStatus(401);

  jwt.verify(token, ACCESS_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    req.user = user;
    next();
  });
}

app.post('/login', (req, res) => {
  // Authenticate User
  const user = { name: req.body.username };
  const accessToken = generateAccessToken(user);
  const refreshToken = generateRefreshToken(user);
  refreshTokenHashes.add(fingerprint(refreshToken));
  res.json({ accessToken: accessToken, refreshToken: refreshToken });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshToken;
  if (refreshToken == null) return res.sendStatus(401);
  if (!refreshTokenHashes.has(fingerprint(refreshToken))) return res.sendStatus(403);
  jwt.verify(refreshToken, REFRESH_SECRET, (err, user) => {
    if (err) {
      refreshTokenHashes.delete(fingerprint(refreshToken));
      return res.sendStatus(403);
    }
    res.json({ accessToken: generateAccessToken({ name: user.name }) });
  });
});

app.post('/logout', (req, res) => {
  if (req.body.refreshToken) refreshTokenHashes.delete(fingerprint(req.body.refreshToken));
  res.sendStatus(204);
});

app.get('/me', authenticateToken, (req, res) => {
  res.json({ username: req.user.name });
});

app.listen(4000);
