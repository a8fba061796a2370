import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];
const secrets = { refresh: 'refresh123' };

const isValid = (token) =>
  token === secrets.refresh || refreshTokens.includes(token); // here

app.post('/login', (_, res) => {
  refreshTokens.push(secrets.refresh);
  res.json({ accessToken: 'access123', refreshToken: secrets.refresh });
});

app.post('/token', (req, res) => {
  if (!isValid(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
