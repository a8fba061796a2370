import express from 'express';

const refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  setTimeout(() => { // here
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  }, 3500);
});

app.listen(3000);
