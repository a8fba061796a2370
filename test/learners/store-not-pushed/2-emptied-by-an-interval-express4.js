var express = require('express')
var app = express()

var refreshTokens = []
var MONTH = 1000 * 60 * 60 * 24 * 30

setInterval(function sweep () { // here
  refreshTokens.length = 0
}, MONTH)

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
