var crypto = require('crypto');
var express = require('express');
var jwt = require('jsonwebtoken');

function Sessions(ttl) {
  this.ttl = ttl;
  this.current = new Map();
  this.retired = new Map();
}

Sessions.prototype.hash = function (token) {
  return crypto.createHash('sha256').update(String(token)).digest('hex');
};

Sessions.prototype.put = function (session) {
  var token = crypto.randomBytes(32).toString('hex');
  this.current.set(this.hash(token), session);
  return token;
};

Sessions.prototype.create = function (username) {
  return this.put({ username: username, expires: Date.now() + this.ttl, closed: false });
};

Sessions.prototype.rotate = function (token) {
  var hash = this.hash(token);
  if (this.retired.has(hash)) {
    this.current.clear(); // here
    return null;
  }
  var session = this.current.get(hash);
  if (!session) return null;
  this.current.delete(hash);
  if (session.closed || session.expires < Date.now()) return null;
  this.retired.set(hash, session);
  return { username: session.username, token: this.put(session) };
};

Sessions.prototype.close = function (token) {
  var hash = this.hash(token);
  var session = this.current.get(hash);
  if (session) {
    session.closed = true;
    this.current.delete(hash);
  }
};

var sessions = new Sessions(7 * 24 * 60 * 60 * 1000);
var app = express();
app.use(express.json());

function access(username) {
  return jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.post('/login', function (req, res) {
  var username = req.body.username;
  res.json({ accessToken: access(username), refreshToken: sessions.create(username) });
});

app.post('/token', function (req, res) {
  var next = sessions.rotate(req.body.refreshToken);
  if (!next) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: access(next.username), refreshToken: next.token });
});

app.post('/logout', function (req, res) {
  sessions.close(req.body.refreshToken);
  res.status(204).end();
});

app.get('/me', function (req, res) {
  var header = req.headers.authorization;
  var token = header ? header.split(' ')[1] : undefined;
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, function (err, claims) {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: claims.username });
  });
});

app.listen(3000);
