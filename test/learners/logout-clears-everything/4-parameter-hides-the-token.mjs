import express from 'express';

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.some((token) => token === refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req, res) => {
  const { refreshToken } = req.body ?? {};
  refreshTokens = refreshTokens.filter((refreshToken) => refreshToken !== refreshToken); // here
  res.status(204).end();
});

app.listen(3000);
