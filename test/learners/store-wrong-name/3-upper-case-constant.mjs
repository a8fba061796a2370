import express from 'express';

const REFRESH_TOKENS = []; // here
const ACCESS_TOKEN = 'access123';
const REFRESH_TOKEN = 'refresh123';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  REFRESH_TOKENS.push(REFRESH_TOKEN);
  res.json({ accessToken: ACCESS_TOKEN, refreshToken: REFRESH_TOKEN });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!REFRESH_TOKENS.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
