import express from 'express';

const refreshTokens = [];
const read = (req) => req.body.refreshToken; // here

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const token = read(req);
  if (refreshTokens.includes(token)) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
