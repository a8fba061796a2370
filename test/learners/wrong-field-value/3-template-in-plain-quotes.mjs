import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];
let counter = 123;

app.post('/login', (req, res) => {
  const refreshToken = `refresh${counter}`;
  refreshTokens.push(refreshToken);
  res.json({ accessToken: `access${counter}`, refreshToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess${counter}' }); // here
});

app.listen(3000);
