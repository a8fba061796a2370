const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

const DATEI = './anmeldungen.json';
let anmeldungen = fs.existsSync(DATEI) ? JSON.parse(fs.readFileSync(DATEI, 'utf8')) : [];
function speichern() {
  fs.writeFileSync(DATEI, JSON.stringify(anmeldungen));
}

const KEKS = '__Host-anmeldung';
const keksOptionen = { httpOnly: true, secure: true, sameSite: 'strict', path: '/token' }; // here
const VIERZEHN_TAGE = 14 * 24 * 60 * 60 * 1000;

function pruefsumme(t) {
  return crypto.createHash('sha256').update(t).digest('hex');
}

function keksLesen(req) {
  const kekse = (req.headers.cookie || '').split(';').map((k) => k.trim());
  const keks = kekse.find((k) => k.startsWith(KEKS + '='));
  return keks ? keks.substring(KEKS.length + 1) : '';
}

function antworten(res, anmeldung) {
  const token = crypto.randomBytes(32).toString('hex');
  anmeldung.summen.push(pruefsumme(token));
  anmeldung.bis = Date.now() + VIERZEHN_TAGE;
  speichern();
  res.cookie(KEKS, token, { ...keksOptionen, maxAge: VIERZEHN_TAGE });
  res.setHeader('Cache-Control', 'no-store');
  res.json({ accessToken: jwt.sign({ name: anmeldung.name }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) });
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const anmeldung = { name: req.body.username, summen: [] };
  anmeldungen.push(anmeldung);
  antworten(res, anmeldung);
});

app.post('/token', (req, res) => {
  const summe = pruefsumme(keksLesen(req));
  const anmeldung = anmeldungen.find((a) => a.summen.includes(summe));
  if (!anmeldung || anmeldung.bis < Date.now()) return res.sendStatus(401);
  if (anmeldung.summen.indexOf(summe) < anmeldung.summen.length - 1) {
    // Dieses Token war schon da: jemand hat es gestohlen
    anmeldungen = anmeldungen.filter((a) => a !== anmeldung);
    speichern();
    return res.sendStatus(401);
  }
  antworten(res, anmeldung);
});

app.post('/logout', (req, res) => {
  const summe = pruefsumme(keksLesen(req));
  anmeldungen = anmeldungen.filter((a) => !a.summen.includes(summe));
  speichern();
  res.clearCookie(KEKS, keksOptionen);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const kopf = req.headers.authorization || '';
  try {
    const { name } = jwt.verify(kopf.replace('Bearer ', ''), process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: name });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
