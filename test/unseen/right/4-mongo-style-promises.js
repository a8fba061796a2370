const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

// fake db
const db = {
  insert: (t) => Promise.resolve(refreshTokens.push(t)),
  find: (t) => Promise.resolve(refreshTokens.filter((x) => x === t)),
  remove: (t) =>
    new Promise((resolve) => {
      setImmediate(() => {
        refreshTokens = refreshTokens.filter((x) => x !== t);
        resolve();
      });
    }),
};

app.post('/login', (req, res, next) => {
  db.insert('refresh123')
    .then(() => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }))
    .catch(next);
});

app.post('/token', (req, res, next) => {
  const { refreshToken } = req.body || {};
  db.find(refreshToken)
    .then((rows) => {
      if (rows.length === 0) return res.status(403).json({ error: 'Forbidden' });
      return res.json({ accessToken: 'newAccess123' });
    })
    .catch(next);
});

app.post('/logout', (req, res, next) => {
  const { refreshToken } = req.body || {};
  db.remove(refreshToken)
    .then(() => res.status(204).end())
    .catch(next);
});

app.listen(3000);
