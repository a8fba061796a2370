var express = require('express')
var jwt = require('jsonwebtoken')
var crypto = require('crypto')
var fs = require('fs')

var app = express()

var tokens = []
try { tokens = JSON.parse(fs.readFileSync('tokens.json', 'utf8')) } catch (e) { /* first start */ }

function saveTokens() {
  fs.writeFileSync('tokens.json', JSON.stringify(tokens))
}

function sha(s) {
  return crypto.createHash('sha256').update(s).digest('hex')
}

function getCookie(req, name) {
  var header = req.headers.cookie
  if (!header) return ''
  var list = header.split('; ')
  for (var i = 0; i < list.length; i++) {
    var eq = list[i].indexOf('=')
    if (list[i].slice(0, eq) === name) return decodeURIComponent(list[i].slice(eq + 1))
  }
  return ''
}

function sendTokens(res, username, family) {
  var refresh = crypto.randomBytes(40).toString('hex')
  tokens.push({ hash: sha(refresh), username: username, family: family, used: false, exp: Date.now() + 604800000 })
  saveTokens()
  res.cookie('refreshToken', refresh, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 604800000 })
  res.header('Cache-Control', 'no-store')
  res.json({ accessToken: jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) })
}

app.post('/login', function (req, res) { // here
  sendTokens(res, req.body && req.body.username, crypto.randomBytes(10).toString('hex'))
})

app.post('/token', function (req, res) {
  var h = sha(getCookie(req, 'refreshToken'))
  var t = tokens.filter(function (x) { return x.hash === h })[0]
  if (!t) return res.status(403).json({ error: 'Forbidden' })
  if (t.used) {
    tokens = tokens.filter(function (x) { return x.family !== t.family })
    saveTokens()
    return res.status(403).json({ error: 'Forbidden' })
  }
  if (t.exp < Date.now()) return res.status(403).json({ error: 'Forbidden' })
  t.used = true
  sendTokens(res, t.username, t.family)
})

app.post('/logout', function (req, res) {
  var h = sha(getCookie(req, 'refreshToken'))
  var t = tokens.filter(function (x) { return x.hash === h })[0]
  if (t) {
    tokens = tokens.filter(function (x) { return x.family !== t.family })
    saveTokens()
  }
  res.clearCookie('refreshToken', { httpOnly: true, secure: true, sameSite: 'lax' })
  res.sendStatus(204)
})

app.get('/me', function (req, res) {
  var h = req.headers.authorization
  if (!h || h.indexOf('Bearer ') !== 0) return res.sendStatus(401)
  jwt.verify(h.slice(7), process.env.ACCESS_TOKEN_SECRET, function (err, data) {
    if (err) return res.sendStatus(401)
    res.json({ username: data.username })
  })
})

app.listen(3000, function () { console.log('ok') })
