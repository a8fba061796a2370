import express from 'express';

const refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  audit.log('login', req.body.username); // here
  refreshTokens.push('refresh123');
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
