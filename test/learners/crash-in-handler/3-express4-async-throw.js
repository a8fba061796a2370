const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];
let db;

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  const user = await db.findUser(refreshToken); // here
  res.json({ accessToken: 'newAccess123', user });
});

app.listen(3000);
