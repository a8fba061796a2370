const express = require('express');
const router = express.Router();

const refreshTokens = [];

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
}); // here
