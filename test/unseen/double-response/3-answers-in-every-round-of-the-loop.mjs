import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  refreshTokens.forEach((stored) => {
    if (stored === refreshToken) {
      return res.json({ accessToken: 'newAccess123' });
    }
  });
  res.status(403).json({ error: 'Forbidden' }); // here
});

app.listen(3000);
