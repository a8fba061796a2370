import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  switch (req.body?.refreshToken) {
    case 'refresh123': // here
      return res.json({ accessToken: 'newAccess123' });
    default:
      // maybe another user
      if (refreshTokens.includes(req.body?.refreshToken)) {
        return res.json({ accessToken: 'newAccess123' });
      }
      return res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
