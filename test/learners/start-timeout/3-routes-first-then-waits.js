const express = require('express');
const { once, EventEmitter } = require('events');

const app = express();
app.use(express.json());

const refreshTokens = [];
const db = new EventEmitter();
db.ping = setInterval(() => db.emit('ping'), 500);

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

(async () => {
  await once(db, 'connected'); // here
  app.listen(3000, () => console.log('listening'));
})();
