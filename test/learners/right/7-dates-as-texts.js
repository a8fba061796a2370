// Monthly tram tickets. Dates are kept as ISO strings: those sort like the dates they name,
// so that "<" on the strings is right (all of them are UTC and of one length).
const express = require('express');
const jwt = require('jsonwebtoken');
const { randomFillSync } = require('crypto');

const tickets = [];
const buffer = Buffer.alloc(30);

const isoNow = () => new Date().toISOString();
const monthLater = () => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + 1);
  return day.toISOString();
};

const drive = (who) => jwt.sign({ iss: 'tramway', aud: who }, process.env.JWT_SECRET, { expiresIn: '0.5h' });

// drops what has run out, then hands back what is left
function valid() {
  for (let i = tickets.length; i-- > 0; ) {
    if (tickets[i].until < isoNow()) tickets.splice(i, 1);
  }
  return tickets;
}

const tram = express();
tram.use(express.json());

tram.post('/login', (req, res) => {
  const serial = randomFillSync(buffer).toString('base64url');
  const rider = req.body.username;
  tickets.unshift({ serial, rider, until: monthLater() });
  res.json({ accessToken: drive(rider), refreshToken: serial });
});

tram.post('/token', (req, res) => {
  const [ticket] = valid().filter((t) => t.serial === req.body?.refreshToken);
  if (ticket) return res.json({ accessToken: drive(ticket.rider), until: ticket.until });
  res.status(403).json({ error: 'Forbidden' });
});

tram.post('/logout', (req, res) => {
  for (const ticket of valid()) {
    if (ticket.serial === req.body?.refreshToken) ticket.until = '';
  }
  res.status(204).end();
});

tram.get('/me', (req, res) => {
  const { authorization: header } = req.headers;
  try {
    const claims = jwt.verify(header.slice('Bearer '.length), process.env.JWT_SECRET, { issuer: 'tramway' });
    res.json({ username: claims.aud });
  } catch {
    res.status(401).json({ error: 'no ticket' });
  }
});

tram.listen(3000);
