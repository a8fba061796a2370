const express = require('express');
const auth = require('./middleware/auth');
const { createAccessToken, createRefreshToken, verify } = require('./tokens');

const app = express();
app.use(express.json());

const active = new Set();

app.post('/login', (req, res) => {
  const { username } = req.body || {};
  if (!username) return res.status(400).json({ error: 'username is required' });
  const refreshToken = createRefreshToken(username);
  active.add(refreshToken);
  res.json({ accessToken: createAccessToken(username), refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {};
  if (!active.has(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  try {
    const { username } = verify(refreshToken);
    res.json({ accessToken: createAccessToken(username) });
  } catch (err) {
    active.delete(refreshToken);
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req, res) => {
  active.delete(req.body && req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', auth, (req, res) => res.json(req.user));

app.listen(3000, () => console.log('beach bar open'));
