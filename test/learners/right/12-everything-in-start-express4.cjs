'use strict';

const start = () => {
  const express = require('express');
  const { sign, verify } = require('jsonwebtoken');
  const { createHash, randomBytes, randomUUID } = require('crypto');
  const { readFileSync, writeFileSync, existsSync } = require('fs');
  const parseCookies = require('cookie-parser');

  const key = process.env.ACCESS_TOKEN_SECRET;
  const storePath = require('path').join(__dirname, 'store.json');
  const store = existsSync(storePath) ? JSON.parse(readFileSync(storePath, 'utf8')) : { logins: {}, retired: {} };
  const keep = () => writeFileSync(storePath, JSON.stringify(store));

  const hash = (token) => createHash('sha256').update(`${token}`).digest('hex');
  const secureCookie = { httpOnly: true, secure: process.env.NODE_ENV !== 'development', sameSite: 'strict' };

  const app = express();
  app.use(express.json());
  app.use(parseCookies());
  app.use((req, res, next) => { res.setHeader('Cache-Control', 'no-store'); next(); });

  const hand = (res, login) => {
    const token = randomBytes(32).toString('base64url');
    store.logins[hash(token)] = { ...login, expires: Date.now() + 864e5 * 20 };
    keep();
    res.cookie('session', token, secureCookie);
    res.json({ accessToken: sign({ sub: login.username }, key, { expiresIn: 600 }) });
  };

  const endLogin = (id) => {
    for (const h in store.logins) if (store.logins[h].id === id) delete store.logins[h];
    keep();
  };

  app.post('/login', (req, res) => hand(res, { id: randomUUID(), username: req.body.username }));

  app.post('/token', (req, res) => {
    const h = hash(req.cookies.session);
    const login = store.logins[h];
    if (store.retired[h]) {
      endLogin(store.retired[h]);
      res.sendStatus(401);
    } else if (!login || login.expires < Date.now()) {
      res.sendStatus(401);
    } else {
      delete store.logins[h];
      store.retired[h] = login.id;
      hand(res, login);
    }
  });

  app.post('/logout', (req, res) => {
    const login = store.logins[hash(req.cookies.session)];
    if (login) endLogin(login.id);
    res.clearCookie('session', secureCookie);
    res.sendStatus(204);
  });

  app.get('/me', (req, res) => {
    const [scheme, token] = String(req.get('Authorization')).split(' ');
    if (scheme !== 'Bearer') return res.sendStatus(401);
    try {
      res.json({ username: verify(token, key).sub });
    } catch (error) {
      res.sendStatus(401);
    }
  });

  app.listen(process.env.PORT || 3000);
};

start();
