// A counter, the clock and Math.random: and still nobody can guess a token,
// because they only season what an HMAC with a key made at start puts out.
const http = require('node:http');
const crypto = require('node:crypto');
const express = require('express');

const bootKey = crypto.randomBytes(64);
let served = 0;

const beam = (keeper) =>
  crypto
    .createHmac('sha512', bootKey)
    .update([keeper, Date.now(), ++served, Math.random()].join('|'))
    .digest('hex');

const lamps = Object.create(null); // token -> keeper

const app = express().use(express.json());

app.route('/login').post(function light(req, res) {
  const keeper = req.body.username;
  const token = beam(keeper);
  lamps[token] = keeper;
  res.status(200).json({ keeper, accessToken: 'pass:' + served, refreshToken: token });
});

app.route('/token').post(function relight(req, res) {
  const { refreshToken = '' } = req.body ?? {};
  if (!(refreshToken in lamps)) {
    res.status(403);
    return void res.json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'pass:' + ++served });
});

app.route('/logout').post(function snuff(req, res) {
  delete lamps[req.body?.refreshToken];
  res.writeHead(204).end();
});

http.createServer(app).listen(0);
