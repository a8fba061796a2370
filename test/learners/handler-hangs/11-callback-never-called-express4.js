var express = require('express');
var jwt = require('jsonwebtoken');
var crypto = require('crypto');
var fs = require('fs');
var app = express();

app.use(express.json());

var DB_FILE = './refresh-db.json';
var db = {};
try {
  db = JSON.parse(fs.readFileSync(DB_FILE));
} catch (e) {
  console.log('starting with an empty db');
}

var waiting = [];
var writing = false;
// answers only when the data is on the disk; what comes in meanwhile is written together
function saveThen(done) {
  waiting.push(done);
  if (!writing) flush();
}
function flush() {
  var callbacks = waiting;
  waiting = [];
  writing = true;
  fs.writeFile(DB_FILE, JSON.stringify(db), function (err) {
    writing = false;
    if (err) callbacks.forEach(function (callback) { callback(err); }); // here
    if (waiting.length > 0 && !writing) flush();
  });
}

function hashIt(t) {
  return crypto.createHash('sha256').update('' + t).digest('hex');
}

app.post('/login', function (req, res, next) {
  var user = req.body.username;
  var token = crypto.randomBytes(64).toString('hex');
  var family = crypto.randomBytes(8).toString('hex');
  db[hashIt(token)] = { user: user, family: family, exp: Date.now() + 86400000 * 5, state: 'active' };
  saveThen(function (err) {
    if (err) return next(err);
    res.json({
      accessToken: jwt.sign({ user: user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '30m' }),
      refreshToken: token
    });
  });
});

function killFamily(family) {
  Object.keys(db).forEach(function (k) {
    if (db[k].family === family) db[k].state = 'dead';
  });
}

app.post('/token', function (req, res, next) {
  var key = hashIt(req.body.refreshToken);
  var row = Object.prototype.hasOwnProperty.call(db, key) ? db[key] : null;
  if (!row || row.exp < Date.now() || row.state === 'dead') {
    return res.status(403).json({ error: 'Forbidden' });
  }
  if (row.state === 'used') {
    killFamily(row.family);
    return saveThen(function (err) {
      if (err) return next(err);
      res.status(403).json({ error: 'Forbidden' });
    });
  }
  row.state = 'used';
  var token = crypto.randomBytes(64).toString('hex');
  db[hashIt(token)] = { user: row.user, family: row.family, exp: Date.now() + 86400000 * 5, state: 'active' };
  saveThen(function (err) {
    if (err) return next(err);
    res.json({
      accessToken: jwt.sign({ user: row.user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '30m' }),
      refreshToken: token
    });
  });
});

app.post('/logout', function (req, res, next) {
  var row = db[hashIt(req.body.refreshToken)];
  if (!row) return res.sendStatus(204);
  killFamily(row.family);
  saveThen(function (err) {
    if (err) return next(err);
    res.sendStatus(204);
  });
});

app.get('/me', function (req, res) {
  var parts = (req.headers['authorization'] || '').split(' ');
  if (parts[0] !== 'Bearer') return res.sendStatus(401);
  jwt.verify(parts[1], process.env.ACCESS_TOKEN_SECRET, function (err, decoded) {
    if (err) return res.sendStatus(401);
    res.json({ username: decoded.user });
  });
});

app.listen(3000);
