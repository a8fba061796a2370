import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  return res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const i = refreshTokens.indexOf(req.body?.refreshToken);
  if (i < 0) return res.status(403).json({ error: 'Forbidden' });
  refreshTokens.splice(i, 1); // here
  return res.json({ accessToken: 'newAccess123' });
});

app.listen(process.env.PORT);
