import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  try {
    const known = refreshTokens.contains(req.body.refreshToken);
    if (!known) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  } catch (err) {
    res.status(500).json({ status: 500, error: err.message }); // here
  }
});

app.listen(4000);
