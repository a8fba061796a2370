import express from 'express';

const { isKnown, remember } = require('./tokens.cjs'); // here

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  remember('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (isKnown(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
