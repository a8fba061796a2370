const express = require('express');
const auth = require('./auth');

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  res.json(await auth.login());
});

app.post('/token', async (req, res) => {
  const renewed = await auth.renew(req.body?.refreshToken);
  if (renewed) {
    res.json(renewed);
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
