const express = require('express');
const app = express();
app.use(express.json());

let loggedIn = false;
const REFRESH = 'refresh123';

app.post('/login', (req, res) => {
  loggedIn = true;
  res.json({ accessToken: 'access123', refreshToken: REFRESH });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (loggedIn && refreshToken === REFRESH) {
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req, res) => {
  if (req.body.refreshToken === REFRESH) loggedIn = false;
  res.sendStatus(204);
});

app.listen(3000);
