const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const secret = 'secret'; // here
const app = express();
const router = express.Router();
const refreshTokens = [];

router.post('/login', (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  refreshTokens.push({ refreshToken, username: req.body.username });
  const accessToken = jwt.sign({ username: req.body.username }, secret, { expiresIn: 300 });
  res.json({ accessToken, refreshToken });
});

router.post('/token', (req, res) => {
  const entry = refreshTokens.filter((e) => e.refreshToken === req.body.refreshToken)[0];
  if (!entry) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: jwt.sign({ username: entry.username }, secret, { expiresIn: 300 }) });
});

router.post('/logout', (req, res) => {
  const at = refreshTokens.findIndex((e) => e.refreshToken === req.body.refreshToken);
  if (at >= 0) refreshTokens.splice(at, 1);
  res.sendStatus(204);
});

router.get('/me', (req, res) => {
  let payload;
  try {
    payload = jwt.verify(req.headers.authorization.split(' ')[1], secret);
  } catch (e) {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  res.json({ username: payload.username });
});

app.use(express.json());
app.use(router);
app.listen(3000, () => console.log('ok'));
