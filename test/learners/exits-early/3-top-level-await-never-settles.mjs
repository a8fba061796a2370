import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

// wait for the database
await new Promise((resolve) => { // here
  globalThis.onDatabase = resolve;
});

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (refreshTokens.includes(refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
