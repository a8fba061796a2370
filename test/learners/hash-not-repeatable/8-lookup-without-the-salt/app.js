const express = require('express');
const Logbook = require('./models/Logbook');
const AirTank = require('./models/AirTank');

const logbook = new Logbook();
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const diver = req.body.username;
  res.json({ accessToken: AirTank.fill(diver), refreshToken: logbook.write(diver) });
});

app.post('/token', (req, res) => {
  const diver = logbook.diver(req.body?.refreshToken);
  if (!diver) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: AirTank.fill(diver) });
});

app.post('/logout', (req, res) => {
  logbook.tearOut(req.body?.refreshToken);
  res.status(204).send();
});

app.get('/me', (req, res) => {
  const token = (req.headers['authorization'] || '').split(' ')[1];
  if (!token) return res.status(401).json({ error: 'no air' });
  try {
    res.json({ username: AirTank.owner(token) });
  } catch (err) {
    res.status(401).json({ error: err.message });
  }
});

app.listen(3000);
