const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

const auth = {
  issue() {
    const refreshToken = 'refresh123';
    refreshTokens.push(refreshToken);
    return { tokens: { accessToken: 'access123', refreshToken } }; // here
  },
  isValid(token) {
    return refreshTokens.includes(token);
  },
  revoke(token) {
    const index = refreshTokens.indexOf(token);
    if (index !== -1) refreshTokens.splice(index, 1);
  },
};

app.post('/login', (req, res) => {
  const { username, password } = req.body;
  if (!username || !password) {
    return res.status(400).json({ error: 'Missing credentials' });
  }
  res.json(auth.issue());
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!auth.isValid(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  auth.revoke(req.body.refreshToken);
  res.sendStatus(204);
});

app.use((err, req, res, next) => {
  console.error(err.message);
  res.status(500).json({ error: 'Internal error' });
});

app.listen(3000, () => console.log('Listening on 3000'));
