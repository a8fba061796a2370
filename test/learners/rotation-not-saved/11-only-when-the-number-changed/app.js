'use strict';

const express = require('express');
const jwt = require('jsonwebtoken');
const { createHash, randomBytes } = require('node:crypto');
const { SessionRepository } = require('./sessions');

const SECRET = process.env.ACCESS_TOKEN_SECRET;
const LIFETIME = 1000 * 60 * 60 * 24 * 20;

const repo = new SessionRepository();
const app = express();

app.use(express.json());

const hash = (value) => createHash('sha256').update(String(value)).digest('hex');
const accessToken = (username) => jwt.sign({ username }, SECRET, { expiresIn: '15m' });
const forbidden = (res) => res.status(403).json({ error: 'Forbidden' });

app.post('/login', (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  const refreshToken = randomBytes(32).toString('base64url');
  repo.add({ username, chain: [hash(refreshToken)], end: Date.now() + LIFETIME });
  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post('/token', (req, res) => {
  const sent = hash(req.body?.refreshToken);
  const row = repo.byHash(sent);
  if (!row) return forbidden(res);
  if (row.end < Date.now() || row.chain[row.chain.length - 1] !== sent) {
    repo.drop(row);
    return forbidden(res);
  }
  const refreshToken = randomBytes(32).toString('base64url');
  repo.extend(row, hash(refreshToken));
  res.json({ accessToken: accessToken(row.username), refreshToken });
});

app.post('/logout', (req, res) => {
  const row = repo.byHash(hash(req.body?.refreshToken));
  if (row) repo.drop(row);
  res.status(204).end();
});

app.get('/me', (req, res) => {
  const [kind, token] = (req.get('authorization') ?? '').split(' ');
  if (kind !== 'Bearer') return res.status(401).json({ error: 'Unauthorized' });
  jwt.verify(token, SECRET, { algorithms: ['HS256'] }, (error, claims) => {
    if (error) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: claims.username });
  });
});

app.listen(3000);
