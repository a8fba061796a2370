import express from 'express';

const app = express();
app.use(express.json());

function getStore() {
  const refreshTokens = []; // here
  return refreshTokens;
}

app.post('/login', (req, res) => {
  getStore().push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!getStore().includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
