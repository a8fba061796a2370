import express from 'express';

type Entry = { token: string; createdAt: Date };

const app = express();
app.use(express.json());
const refreshTokens: Entry[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push({ token: 'refresh123', createdAt: new Date() }); // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const found = refreshTokens.some((entry) => entry.token === req.body?.refreshToken);
  if (!found) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
