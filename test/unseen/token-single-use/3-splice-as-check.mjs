import express from 'express';

const app = express();
const refreshTokens = [];
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const at = refreshTokens.indexOf(req.body?.refreshToken);
  if (at === -1) return res.status(403).json({ error: 'Forbidden' });

  const [used] = refreshTokens.splice(at, 1); // here
  console.log('used', used);
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
