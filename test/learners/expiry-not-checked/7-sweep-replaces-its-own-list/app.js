const { randomBytes } = require('crypto');
const express = require('express');
const tickets = require('./store/tickets');
const { seats, seasonEnd } = require('./store/seats');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const musician = req.body.username;
  const refreshToken = randomBytes(32).toString('hex');
  seats.push({ musician, token: refreshToken, until: seasonEnd() });
  res.json({ accessToken: tickets.issue(musician), refreshToken });
});

app.post('/token', (req, res) => {
  const seat = seats.find(({ token }) => token === req.body?.refreshToken);
  if (!seat) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: tickets.issue(seat.musician) });
});

app.post('/logout', (req, res) => {
  const index = seats.findIndex(({ token }) => token === req.body?.refreshToken);
  if (index >= 0) seats.splice(index, 1);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const [, ticket] = (req.headers.authorization ?? '').split('Bearer ');
    res.json({ username: tickets.holder(ticket) });
  } catch {
    res.status(401).end();
  }
});

app.listen(3000);
