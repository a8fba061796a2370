const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

// get a new access token
app.post('/refresh', (req, res) => { // here
  const { refreshToken } = req.body;

  if (!refreshToken || !refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }

  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
