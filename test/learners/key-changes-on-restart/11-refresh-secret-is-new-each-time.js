const express = require('express');
const jwt = require('jsonwebtoken');
const { randomUUID, randomBytes, createHash } = require('crypto');
const fs = require('fs');
const path = require('path');

const ACCESS = process.env.ACCESS_TOKEN_SECRET;
const REFRESH = process.env.REFRESH_SECRET || randomBytes(32).toString('hex'); // here
const STORE_FILE = path.resolve(__dirname, 'families.json');

// family id -> hash of the jti that may be used next
let families = {};
if (fs.existsSync(STORE_FILE)) families = JSON.parse(fs.readFileSync(STORE_FILE).toString());
const writeFamilies = () => fs.writeFileSync(STORE_FILE, JSON.stringify(families));

const hashJti = (jti) => createHash('sha256').update(jti).digest('hex');

const generateAccessToken = (username) => jwt.sign({ username }, ACCESS, { expiresIn: '15m' });

const generateRefreshToken = (username, family) => {
  const jti = randomUUID() + randomUUID();
  families[family] = hashJti(jti);
  writeFamilies();
  return jwt.sign({ username, family }, REFRESH, { expiresIn: '7d', jwtid: jti });
};

const readRefreshToken = (token) => {
  try {
    return jwt.verify(token, REFRESH);
  } catch (err) {
    return null;
  }
};

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({
    accessToken: generateAccessToken(username),
    refreshToken: generateRefreshToken(username, randomUUID()),
  });
});

app.post('/token', (req, res) => {
  const payload = readRefreshToken(req.body?.refreshToken);
  if (!payload || !families[payload.family]) return res.status(403).json({ message: 'Forbidden' });

  if (families[payload.family] !== hashJti(payload.jti)) {
    delete families[payload.family];
    writeFamilies();
    return res.status(403).json({ message: 'Forbidden' });
  }

  res.json({
    accessToken: generateAccessToken(payload.username),
    refreshToken: generateRefreshToken(payload.username, payload.family),
  });
});

app.post('/logout', (req, res) => {
  const payload = readRefreshToken(req.body?.refreshToken);
  if (payload) {
    delete families[payload.family];
    writeFamilies();
  }
  res.status(204).end();
});

const authenticateToken = (req, res, next) => {
  const authHeader = req.headers['authorization'];
  const token = authHeader && authHeader.split(' ')[1];
  if (token == null) return res.sendStatus(401);
  jwt.verify(token, ACCESS, (err, user) => {
    if (err) return res.sendStatus(403);
    req.user = user;
    next();
  });
};

app.get('/me', authenticateToken, (req, res) => {
  res.json({ username: req.user.username });
});

app.listen(4000);
