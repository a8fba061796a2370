const express = require('express');
const jwt = require('jsonwebtoken');
const { Ledger } = require('./ledger');

const ledger = new Ledger(14);
const key = process.env.JWT_SECRET;
const badge = ({ mason }) => jwt.sign({ mason }, key, { expiresIn: '20m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const mason = req.body.username;
  const refreshToken = ledger.open(mason);
  res.json({ accessToken: badge({ mason }), refreshToken });
});

app.post('/token', (req, res) => {
  const token = req.body?.refreshToken;
  const shift = ledger.shiftOf(token);
  if (shift) {
    return res.json({ accessToken: badge(shift), refreshToken: ledger.stamp(shift) });
  }
  const robbed = ledger.shiftThatWore(token);
  if (robbed) ledger.close(robbed);
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
  const shift = ledger.shiftOf(req.body?.refreshToken);
  if (shift) ledger.close(shift);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1];
  if (!token) return res.status(401).json({ error: 'Unauthorized' });
  jwt.verify(token, key, (err, claims) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: claims.mason });
  });
});

app.listen(3000);
