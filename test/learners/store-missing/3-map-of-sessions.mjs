import express from 'express';

const app = express();
app.use(express.json());

const sessions = new Map();

app.post('/login', (req, res) => {
  sessions.set('refresh123', { user: req.body?.username, at: Date.now() });
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const session = sessions.get(req.body?.refreshToken);
  if (!session) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
