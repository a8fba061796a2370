import express from 'express';

const refreshTokens: string[] = [];
const app = express();

app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (refreshTokens.includes(refreshToken)) { // here
    res.json({ accessToken: 'newAccess123' });
  }
});

app.listen(3000);
