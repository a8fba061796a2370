import express from 'express';

let refreshTokens = [];
const generateAccessToken = () => 'access123';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: generateAccessToken(), refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: generateAccessToken() }); // here
});

app.listen(3000);
