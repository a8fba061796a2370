import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const token = req.body?.refreshToken;
  let exists = false;
  for (const t of refreshTokens) {
    if (t === token) exists = true;
  }
  if (!exists) { // here
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

export { app };
