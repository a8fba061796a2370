const express = require('express');
const tokens = require('./tokens');

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  await tokens.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  try {
    if (!tokens.exists(req.body?.refreshToken)) { // here
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  } catch (e) {
    res.status(500).json({ error: 'Internal' });
  }
});

app.listen(3000);
