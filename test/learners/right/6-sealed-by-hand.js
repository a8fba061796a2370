// No JWT at all: the access token is a line of JSON and a seal, both in base64url.
// The key comes from the environment, or is thrown with the dice at every start.
const crypto = require('crypto');
const express = require('express');
const bodyParser = require('body-parser');

const sealKey = process.env.OBSERVATORY_KEY
  ? Buffer.from(process.env.OBSERVATORY_KEY, 'hex')
  : crypto.randomBytes(32);

const seal = (text) => crypto.createHmac('sha256', sealKey).update(text).digest();

function pack(astronomer) {
  const text = JSON.stringify([astronomer, Date.now() + 45 * 60 * 1000, crypto.randomInt(1e9)]);
  return Buffer.concat([seal(text), Buffer.from(text)]).toString('base64url');
}

function unpack(token) {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= 32 || bytes.toString('base64url') !== token) return undefined;
  const text = bytes.subarray(32).toString();
  if (!crypto.timingSafeEqual(seal(text), bytes.subarray(0, 32))) return undefined;
  const [astronomer, until] = JSON.parse(text);
  return until > Date.now() ? astronomer : undefined;
}

const domes = {};

const app = express();
app.use(bodyParser.json());

app.post('/login', function (req, res) {
  const id = crypto.randomBytes(33).toString('base64');
  Object.assign(domes, { [id]: req.body.username });
  res.send({ accessToken: pack(req.body.username), refreshToken: id });
});

app.post('/token', function (req, res) {
  const id = req.body && req.body.refreshToken;
  if (!Object.keys(domes).some((known) => known === id)) {
    return res.status(403).send({ error: 'Forbidden' });
  }
  res.send({ accessToken: pack(domes[id]) });
});

app.post('/logout', function (req, res) {
  delete domes[req.body && req.body.refreshToken];
  res.status(204).send();
});

app.get('/me', function (req, res) {
  const said = String(req.headers.authorization).replace(/^Bearer /, '');
  const username = unpack(said);
  if (username === undefined) return res.status(401).send({ error: 'Cloudy' });
  res.send({ username });
});

app.listen(3000);
