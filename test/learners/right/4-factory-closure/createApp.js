const express = require('express');

function createTokenStore() {
  let refreshTokens = [];
  return {
    add: (t) => refreshTokens.push(t),
    has: (t) => refreshTokens.includes(t),
    remove: (t) => {
      refreshTokens = refreshTokens.filter((x) => x !== t);
    },
  };
}

function createApp({ log }) {
  const app = express();
  const store = createTokenStore();

  app.use(express.json());

  app.post('/login', (req, res) => {
    store.add('refresh123');
    log('login');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', (req, res) => {
    if (!store.has(req.body?.refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    log('token');
    res.json({ accessToken: 'newAccess123' });
  });

  app.post('/logout', (req, res) => {
    store.remove(req.body?.refreshToken);
    log('logout');
    res.status(204).end();
  });

  return app;
}

module.exports = { createApp };
