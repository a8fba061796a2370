const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

const sessions = new Map(); // jti -> username

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const refresh = (username) => {
  const jti = crypto.randomUUID();
  sessions.set(jti, username);
  return jwt.sign({ username, jti }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '7d' });
};

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: refresh(username) });
});

app.post('/token', (req, res) => {
  let claims = null;
  try {
    claims = jwt.decode(req.body?.refreshToken);
  } catch {
    // garbage
  }
  const username = sessions.get(claims?.jti);
  if (!username) return res.status(403).json({ error: 'Forbidden' });

  // rotation: every token works only once
  sessions.delete(claims.jti); // here

  jwt.verify(req.body.refreshToken, process.env.REFRESH_TOKEN_SECRET, (err) => {
    if (err) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: access(username), refreshToken: refresh(username) });
  });
});

app.post('/logout', (req, res) => {
  try {
    const { jti } = jwt.verify(req.body?.refreshToken, process.env.REFRESH_TOKEN_SECRET);
    sessions.delete(jti);
  } catch {
    // was not valid anyway
  }
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
