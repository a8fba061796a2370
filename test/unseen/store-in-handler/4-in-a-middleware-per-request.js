const express = require('express');
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  const refreshTokens = []; // here
  res.locals.tokens = refreshTokens;
  next();
});

app.post('/login', (req, res) => {
  res.locals.tokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!res.locals.tokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const i = res.locals.tokens.indexOf(req.body?.refreshToken);
  if (i > -1) res.locals.tokens.splice(i, 1);
  res.status(204).end();
});

app.listen(3000);
