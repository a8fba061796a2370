var express = require('express');
var fsp = require('fs').promises;
var crypto = require('crypto');
var jwt = require('jsonwebtoken');

var app = express();
app.use(express.json());

var file = __dirname + '/store.json';
var store = null;
var chain = fsp.readFile(file, 'utf8').then(
  function (text) { store = JSON.parse(text); },
  function () { store = { logins: [] }; }
);

// waits for everything that was begun before, then writes
function persist() {
  chain = chain.then(function () { return fsp.writeFile(file, JSON.stringify(store)); });
  return chain;
}

function hashOf(x) { return crypto.createHash('sha256').update(String(x)).digest('hex'); }
function token() { return crypto.randomBytes(32).toString('hex'); }
function access(username) {
  return jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}
function refuse(res) { res.status(403).json({ error: 'Forbidden' }); }

app.post('/login', function (req, res, next) {
  var refreshToken = token();
  chain.then(function () {
    store.logins.push({ username: req.body.username, hashes: [hashOf(refreshToken)], last: Date.now() });
    return persist();
  }).then(function () {
    res.json({ accessToken: access(req.body.username), refreshToken: refreshToken });
  }).catch(next);
});

app.post('/token', function (req, res, next) {
  var h = hashOf(req.body.refreshToken);
  var refreshToken = token();
  chain.then(function () {
    var login = store.logins.filter(function (l) { return l.hashes.indexOf(h) !== -1; })[0];
    if (!login) return null;
    if (login.hashes[login.hashes.length - 1] !== h) {
      store.logins = store.logins.filter(function (l) { return l !== login; }); // here
      return null;
    }
    if (Date.now() - login.last > 1000 * 60 * 60 * 24 * 10) return null;
    login.hashes.push(hashOf(refreshToken));
    login.last = Date.now();
    return persist().then(function () { return login; });
  }).then(function (login) {
    if (!login) return refuse(res);
    res.json({ accessToken: access(login.username), refreshToken: refreshToken });
  }).catch(next);
});

app.post('/logout', function (req, res, next) {
  var h = hashOf(req.body.refreshToken);
  chain.then(function () {
    store.logins = store.logins.filter(function (l) { return l.hashes.indexOf(h) === -1; });
    return persist();
  }).then(function () {
    res.status(204).end();
  }).catch(next);
});

app.get('/me', function (req, res) {
  var header = req.headers.authorization || '';
  if (header.substr(0, 7) !== 'Bearer ') return res.status(401).end();
  jwt.verify(header.substr(7), process.env.ACCESS_TOKEN_SECRET, function (err, claims) {
    if (err) return res.status(401).end();
    res.json({ username: claims.username });
  });
});

app.listen(3000);
