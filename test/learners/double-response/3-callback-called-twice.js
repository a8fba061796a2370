const express = require('express');

const app = express();
app.use(express.json());

const refreshTokens = [];

function renew(token, cb) {
  if (refreshTokens.indexOf(token) === -1) {
    cb(new Error('Forbidden')); // here
  }
  cb(null, { accessToken: 'newAccess123' });
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const body = req.body || {};
  renew(body.refreshToken, (err, result) => {
    if (err) return res.status(403).json({ error: err.message });
    res.json(result);
  });
});

app.listen(3000, () => console.log('listening on 3000'));
