import express from 'express';

const app = express();
app.use(express.json());

let lastToken;

app.post('/login', (req, res) => {
  lastToken = 'refresh123';
  res.json({ accessToken: 'access123', refreshToken: lastToken });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshToken || refreshToken !== lastToken) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
