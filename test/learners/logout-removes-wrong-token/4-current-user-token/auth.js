const router = require('express').Router();

let refreshTokens = [];
let currentToken = null;

router.post('/login', (req, res) => {
  currentToken = 'refresh123';
  refreshTokens.push(currentToken);
  res.json({ accessToken: 'access123', refreshToken: currentToken });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

router.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== currentToken); // here
  res.sendStatus(204);
});

module.exports = router;
