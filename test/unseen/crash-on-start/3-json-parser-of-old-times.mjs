import express from 'express';

let refreshTokens = [];
const app = express();

app.use(express.jsonParser()); // here

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.indexOf(req.body.refreshToken) < 0) res.status(403).json({ error: 'Forbidden' });
  else res.json({ accessToken: 'newAccess123' });
});

app.listen(5000);
