const { randomBytes } = require('node:crypto');
const express = require('express');

const tokensByUser = new Map(); // username -> Set of tokens

function ownerOf(token) {
  for (const [username, tokens] of tokensByUser) {
    if (tokens.has(token)) return username;
  }
  return null;
}

express()
  .use(express.json())
  .post('/login', (req, res) => {
    const { username } = req.body;
    if (!tokensByUser.has(username)) tokensByUser.set(username, new Set());
    const refreshToken = randomBytes(30).toString('base64url');
    tokensByUser.get(username).add(refreshToken);
    res.json({ accessToken: 'access123', refreshToken });
  })
  .post('/token', (req, res) => {
    const owner = ownerOf(req.body.refreshToken);
    if (owner === null) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  })
  .post('/logout', (req, res) => {
    const owner = ownerOf(req.body.refreshToken);
    if (owner !== null) tokensByUser.clear(); // here
    res.sendStatus(204);
  })
  .listen(3000);
