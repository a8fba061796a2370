import express from 'express';

let refreshTokens = [];
const LONGEST = 8;

// nobody shall fill our logs with a novel
const clip = (text) => `${text ?? ''}`.trim().slice(0, 8); // here

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

const isKnown = (token) => refreshTokens.some((one) => one === token);

app.post('/token', (req, res) => {
  const token = clip(req.body?.refreshToken);
  console.log('renewal with', token, 'of at most', LONGEST);
  if (!isKnown(token)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
