const { Router } = require('express');
const { signAccess, newRefreshToken, hashToken } = require('../lib/tokens');
const store = require('../lib/store');

const router = Router();

router.post('/login', (req, res) => {
  const { username } = req.body;
  const refreshToken = newRefreshToken();
  store.save(hashToken(refreshToken), username);
  res.json({ accessToken: signAccess(username), refreshToken });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshToken) return res.status(400).json({ error: 'refreshToken is required' });
  const session = store.get(hashToken(refreshToken));
  if (!session) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: signAccess(session.username) });
});

router.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (refreshToken) store.remove(hashToken(refreshToken));
  res.sendStatus(204);
});

module.exports = router;
