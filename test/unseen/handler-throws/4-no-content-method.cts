import express = require('express');

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res: any) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.statusCode(204).end(); // here
});

app.listen(3000);
