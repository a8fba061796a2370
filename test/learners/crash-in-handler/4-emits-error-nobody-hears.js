const express = require('express');
const EventEmitter = require('events');

const app = express();
const bus = new EventEmitter();
let refreshTokens = [];

app.use(express.json());

bus.on('logout', (token, done) => {
  setImmediate(() => {
    refreshTokens = refreshTokens.filter((t) => t !== token);
    bus.emit('error', new Error('mailer is not configured')); // here
    done();
  });
});

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  bus.emit('logout', req.body.refreshToken, () => res.sendStatus(204));
});

app.listen(3000);
