const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

const errors = {
  unauthorized: { error: 'unauthorized' },
  forbidden: { error: 'forbidden' }, // here
};

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.status(401).json(errors.unauthorized);
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json(errors.forbidden);
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
