import express from 'express';

const app = express();
app.use(express.json());

app.use((req, res, next) => {
  const refreshTokens = []; // here
  req.refreshTokens = refreshTokens;
  next();
});

app.post('/login', (req, res) => {
  req.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!req.refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
