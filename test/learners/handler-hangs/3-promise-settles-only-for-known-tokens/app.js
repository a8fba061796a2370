const express = require('express');
const tokens = require('./lib/tokens');

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  tokens
    .save('refresh123')
    .then((refreshToken) => res.json({ accessToken: 'access123', refreshToken }))
    .catch((e) => res.status(500).json({ error: e.message }));
});

app.post('/token', (req, res) => {
  tokens
    .find(req.body && req.body.refreshToken)
    .then(() => res.json({ accessToken: 'newAccess123' }))
    .catch(() => res.status(403).json({ error: 'Forbidden' }));
});

app.listen(3000);
