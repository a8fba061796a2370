const express = require('express');
const { forbidden, errorHandler } = require('./lib/errors');
const refreshTokens = require('./lib/store').refreshTokens;

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res, next) => {
  const token = req.body?.refreshToken;
  const ok = refreshTokens.find((t) => t === token);
  if (!ok) return next(forbidden());
  res.json({ accessToken: 'newAccess123' });
});

app.get('/boats', (req, res) => res.json([{ name: 'Albatros', metres: 9.4 }]));

app.use(errorHandler);

app.listen(process.env.PORT || 3000, () => console.log('marina up'));
