import express from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

function isKnown(token: string): boolean {
  let known = false;
  for (let i = 0; i < refreshTokens.length; i + 1) { // here
    if (refreshTokens[i] === token) {
      known = true;
    }
  }
  return known;
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!isKnown(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
  } else {
    res.json({ accessToken: 'newAccess123' });
  }
});

app.listen(3000);
