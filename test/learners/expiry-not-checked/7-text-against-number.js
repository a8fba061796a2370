// Plant care reminder - backend
// Autor: M. Kowalska, projekt zaliczeniowy
var express = require('express');
var crypto = require('crypto');
var jwt = require('jsonwebtoken');

var app = express();
app.use(express.json());

var KLUCZ = process.env.ACCESS_TOKEN_SECRET;
var DNI = 14;

// lista aktywnych sesji
var sesje = [];

function terminWaznosci() {
  var d = new Date();
  d.setDate(d.getDate() + DNI);
  return d.toLocaleString();
}

function czyWazna(sesja) {
  if (sesja.wazneDo < Date.now()) { // here
    return false;
  }
  return true;
}

function znajdz(token) {
  for (var i = 0; i < sesje.length; i++) {
    if (sesje[i].token === token) return sesje[i];
  }
  return null;
}

app.post('/login', function (req, res) {
  var nazwa = req.body.username;
  var token = crypto.randomBytes(32).toString('hex');
  sesje.push({ token: token, nazwa: nazwa, wazneDo: terminWaznosci() });
  res.json({
    accessToken: jwt.sign({ username: nazwa }, KLUCZ, { expiresIn: '20m' }),
    refreshToken: token
  });
});

app.post('/token', function (req, res) {
  var sesja = znajdz(req.body.refreshToken);
  if (!sesja || !czyWazna(sesja)) {
    return res.status(403).json({ error: 'Brak dostępu' });
  }
  res.json({ accessToken: jwt.sign({ username: sesja.nazwa }, KLUCZ, { expiresIn: '20m' }) });
});

app.get('/me', function (req, res) {
  var naglowek = req.headers['authorization'];
  var token = naglowek && naglowek.indexOf('Bearer ') === 0 && naglowek.substring(7);
  if (!token) return res.status(401).json({ error: 'Brak tokenu' });
  jwt.verify(token, KLUCZ, { algorithms: ['HS256'] }, function (blad, dane) {
    if (blad) return res.status(403).json({ error: 'Zły token' });
    res.json({ username: dane.username });
  });
});

app.post('/logout', function (req, res) {
  var sesja = znajdz(req.body.refreshToken);
  if (sesja) sesje.splice(sesje.indexOf(sesja), 1);
  res.status(204).end();
});

app.listen(3000, function () {
  console.log('Serwer działa');
});
