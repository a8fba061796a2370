import express from 'express';

const refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const index = refreshTokens.findIndex((token) => token === req.body?.refreshToken);
  if (index > -1) refreshTokens.splice(index, refreshTokens.length); // here
  res.status(204).send();
});

app.listen(3000);
