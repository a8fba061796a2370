import express from 'express';

const ACCESS_TOKEN = 'access123';
const REFRESH_TOKEN = 'refresh123';
const NEW_ACCESS_TOKEN = 'newAccess123';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (_, res) => {
  refreshTokens.push(REFRESH_TOKEN);
  res.json({ accessToken: ACCESS_TOKEN, refreshToken: REFRESH_TOKEN });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (refreshToken !== REFRESH_TOKEN) { // here
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: NEW_ACCESS_TOKEN });
});

app.listen(3000);
