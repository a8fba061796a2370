const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

const ACCESS = process.env.ACCESS_TOKEN_SECRET;
const REFRESH = process.env.REFRESH_TOKEN_SECRET;

let whitelist = []; // hashes of refresh JWTs that may still be used

const digest = (token) => crypto.createHash('sha256').update(token).digest('hex');

const generateTokens = (username) => {
  const accessToken = jwt.sign({ username }, ACCESS, { expiresIn: '15m' });
  const refreshToken = jwt.sign({ username, jti: crypto.randomBytes(16).toString('hex') }, REFRESH, {
    expiresIn: '7d',
  });
  whitelist.push(digest(refreshToken));
  return { accessToken, refreshToken };
};

app.post('/login', (req, res) => {
  const { username } = req.body;
  return res.json(generateTokens(username));
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.status(401).json({ message: 'Refresh token is required' });

  let payload;
  try {
    payload = jwt.verify(refreshToken, REFRESH);
  } catch (err) {
    return res.status(403).json({ message: 'Invalid or expired refresh token' });
  }

  const h = digest(refreshToken);
  if (!whitelist.includes(h)) {
    return res.status(403).json({ message: 'Refresh token was already used' });
  }
  whitelist = whitelist.filter((x) => x !== h);

  const newRefreshToken = jwt.sign(
    { username: payload.username, jti: crypto.randomBytes(16).toString('hex') },
    REFRESH, // here
  );
  whitelist.push(digest(newRefreshToken));
  return res.json({
    accessToken: jwt.sign({ username: payload.username }, ACCESS, { expiresIn: '15m' }),
    refreshToken: newRefreshToken,
  });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  if (refreshToken) {
    const h = digest(refreshToken);
    whitelist = whitelist.filter((x) => x !== h);
  }
  return res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const authHeader = req.headers.authorization;
  if (!authHeader || !authHeader.startsWith('Bearer ')) {
    return res.status(401).json({ message: 'Access token is required' });
  }
  jwt.verify(authHeader.split(' ')[1], ACCESS, (err, decoded) => {
    if (err) return res.status(403).json({ message: 'Invalid access token' });
    return res.json({ username: decoded.username });
  });
});

const PORT = 3000;
app.listen(PORT, () => console.log(`🚀 Server listening on ${PORT}`));
