import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];
const pages = { about: 'A tiny auth server' };

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.all('/:page', (req, res) => { // here
  const text = pages[req.params.page];
  res.status(text ? 200 : 404).send(text ?? 'no such page');
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
