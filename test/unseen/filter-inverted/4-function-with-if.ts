import express from 'express';

let refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});
app.post('/logout', (req, res) => {
  const gone: string = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter(function (token) {
    if (token != gone) { // here
      return false;
    }
    return true;
  });
  res.sendStatus(204);
});
app.listen(3000);
