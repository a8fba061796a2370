var express = require('express')
var app = express()

var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res, next) {
  var raw = ''
  req.setEncoding('utf8')
  req.on('data', function (chunk) {
    raw += chunk
  })
  req.on('end', function () {
    var token = null
    try {
      token = JSON.parse(raw) // here
    } catch (e) {
      return res.status(403).json({ error: 'Forbidden' })
    }
    if (refreshTokens.indexOf(token) === -1) {
      return res.status(403).json({ error: 'Forbidden' })
    }
    res.json({ accessToken: 'newAccess123' })
  })
  req.on('error', next)
})

app.listen(3000)
