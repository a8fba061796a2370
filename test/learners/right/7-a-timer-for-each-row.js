var express = require('express');
var jwt = require('jsonwebtoken');
var crypto = require('crypto');

var SECRET = process.env.ACCESS_TOKEN_SECRET;
var EIGHT_DAYS = 8 * 24 * 60 * 60 * 1000;

// "database" with callbacks, as the real one has
var db = (function () {
  var rows = [];
  return {
    insert: function (row, cb) {
      rows.push(row);
      process.nextTick(cb, null);
    },
    findOne: function (token, cb) {
      var hit = rows.filter(function (r) { return r.token === token; })[0];
      process.nextTick(cb, null, hit || null);
    },
    remove: function (token, cb) {
      rows = rows.filter(function (r) { return r.token !== token; });
      process.nextTick(cb, null);
    }
  };
})();

function sign(visitor, cb) {
  jwt.sign({ username: visitor }, SECRET, { algorithm: 'HS512', expiresIn: 15 * 60 }, cb);
}

var app = express();
app.use(express.json());

app.post('/login', function (req, res, next) {
  var visitor = req.body && req.body.username;
  if (!visitor) return res.status(400).json({ error: 'username' });

  crypto.randomBytes(32, function (err, buf) {
    if (err) return next(err);
    var token = buf.toString('hex');
    db.insert({ token: token, visitor: visitor, gone: new Date(Date.now() + EIGHT_DAYS) }, function (err) {
      if (err) return next(err);
      // forget it by itself later
      setTimeout(function () { db.remove(token, function () {}); }, EIGHT_DAYS).unref();
      sign(visitor, function (err, accessToken) {
        if (err) return next(err);
        res.json({ accessToken: accessToken, refreshToken: token });
      });
    });
  });
});

app.post('/token', function (req, res, next) {
  db.findOne(req.body && req.body.refreshToken, function (err, row) {
    if (err) return next(err);
    if (row === null || row.gone < new Date()) return res.status(403).json({ error: 'Forbidden' });
    sign(row.visitor, function (err, accessToken) {
      if (err) return next(err);
      res.json({ accessToken: accessToken });
    });
  });
});

app.get('/me', function (req, res) {
  var m = /^Bearer (.*)$/.exec(req.headers.authorization || '');
  if (!m) return res.status(401).json({ error: 'Unauthorized' });
  jwt.verify(m[1], SECRET, { algorithms: ['HS512'] }, function (err, claims) {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: claims.username });
  });
});

app.post('/logout', function (req, res, next) {
  db.remove(req.body && req.body.refreshToken, function (err) {
    if (err) return next(err);
    res.status(204).end();
  });
});

app.listen(3000);
