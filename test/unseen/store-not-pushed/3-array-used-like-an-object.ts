import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: any = [];

app.post('/login', (req, res) => {
  refreshTokens['refresh123'] = true; // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens[req.body?.refreshToken]) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
