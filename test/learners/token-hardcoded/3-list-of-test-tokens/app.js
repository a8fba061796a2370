const express = require('express');
const mustBeKnown = require('./must-be-known');
const { refreshTokens } = require('./tokens');

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', mustBeKnown, (req, res) => res.json({ accessToken: 'newAccess123' }));
app.listen(3000);
